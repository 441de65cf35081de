export { InvalidInputError } from "../errors.ts";
