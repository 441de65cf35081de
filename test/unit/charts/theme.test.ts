import { describe, expect, test } from "vitest";
import { THEMES, type Theme } from "../../../src/charts/theme.ts";

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/**
 * How linear RGB looks to someone without one kind of cone: the matrices that accompany
 * [MachadoOliveiraFernandes2009], severity 1.
 */
const VISION: Readonly<Record<string, Matrix>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** sRGB to XYZ under D65, as IEC 61966-2-1 has it, and its white. */
const XYZ: Matrix = [
  [0.4124, 0.3576, 0.1805],
  [0.2126, 0.7152, 0.0722],
  [0.0193, 0.1192, 0.9505],
];
const WHITE: Triple = [0.9505, 1, 1.089];

/** A difference that is seen at a glance; 2.3 is just noticeable. */
const APART = 15;

describe.each(Object.entries(THEMES))("the %s theme", (_, theme) => {
  const { paper, text, muted, groups, accent, good, neutral, bad } = theme;

  test.each([text, muted])("text of %s has a contrast of 4.5 to 1", (color) =>
    expect(contrast(color, paper)).toBeGreaterThanOrEqual(4.5),
  );
  test.each([accent, good, neutral, bad, ...groups])("marks of %s have a contrast of 3 to 1", (color) =>
    expect(contrast(color, paper)).toBeGreaterThanOrEqual(3),
  );
  test("the grid steps back", () => expect(contrast(theme.grid, paper)).toBeLessThan(2));
  test("has eight groups, the first in the color of one alone", () => {
    expect(new Set(groups).size).toBe(8);
    expect(groups[0]).toBe(accent);
  });
  test.each(Object.keys(VISION))("with %s color vision, groups can be told apart", (vision) =>
    expect(closest(groups, vision)).toBeGreaterThanOrEqual(APART),
  );
  test.each(Object.keys(VISION))("with %s color vision, good, neutral and bad can be told apart", (vision) =>
    expect(closest(bandsOf(theme), vision)).toBeGreaterThanOrEqual(APART),
  );
});

test("the measures are those of their standards", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 10);
  // The grey that WCAG's own understanding documents call just sufficient for text on white.
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
  // CIELAB of the sRGB primary red: 53.24, 80.09, 67.20.
  expect(lab(linear("#ff0000")).map((part) => Math.round(10 * part) / 10)).toEqual([53.2, 80.1, 67.2]);
  // Red and green of like lightness are one color to many.
  expect(closest(["#a06000", "#6a7a00"], "deuteranopia")).toBeLessThan(APART);
});

function bandsOf({ good, neutral, bad }: Theme): readonly string[] {
  return [good, neutral, bad];
}

/** The smallest distance between two of the colors in CIELAB (CIE 1976), as a kind of color vision sees them. */
function closest(colors: readonly string[], vision: string): number {
  const seen = colors.map((color) => {
    const [red, green, blue] = times(VISION[vision] as Matrix, linear(color));
    return lab([clip(red), clip(green), clip(blue)]);
  });
  const distances = seen.flatMap((a, i) =>
    seen.slice(i + 1).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])),
  );
  return distances.reduce((least, distance) => Math.min(least, distance));
}

/** The contrast ratio of [WCAG22], 1 to 21. */
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [a, b]
    .map((color) => times(XYZ, linear(color))[1])
    .sort((one, other) => one - other);
  return (high + 0.05) / (low + 0.05);
}

function linear(color: string): Triple {
  const part = (start: number): number => {
    const value = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

function lab(rgb: Triple): Triple {
  const [x, y, z] = times(XYZ, rgb).map((value, index) => {
    const share = value / (WHITE[index] as number);
    return share > 216 / 24389 ? Math.cbrt(share) : ((24389 / 27) * share + 16) / 116;
  }) as unknown as Triple;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function times(matrix: Matrix, [a, b, c]: Triple): Triple {
  const row = ([p, q, r]: Triple): number => p * a + q * b + r * c;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

function clip(value: number): number {
  return Math.min(1, Math.max(0, value));
}
