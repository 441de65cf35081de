// Runs inside the page: draws charts, inserts tables, and says what is there afterwards. See openPage.ts.
const place = document.getElementById("place");

/** How many elements of each kind there are. */
function countTags(root) {
  const counts = {};
  for (const { localName } of root.querySelectorAll("*")) counts[localName] = (counts[localName] ?? 0) + 1;
  return counts;
}

function boxOf(element) {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return { left, right, top, bottom, text: element.textContent };
}

const isSeen = (element) => {
  const { left, right } = element.getBoundingClientRect();
  return Number(getComputedStyle(element).opacity) > 0 && right > left;
};

// Boxes of lines of text are higher than their letters, so that a little of each does not count.
const touch = (a, b) =>
  a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3;

function overlapsIn(elements) {
  const boxes = [...elements].filter(isSeen).map(boxOf);
  return boxes.flatMap((box, index) =>
    boxes
      .slice(index + 1)
      .filter((other) => touch(box, other))
      .map((other) => `${box.text} | ${other.text}`),
  );
}

let view;

/** Draws a spec into an element of this width; `options` are those of vega-embed. */
async function draw(spec, width, options = {}) {
  view?.finalize();
  place.replaceChildren();
  place.style.width = `${width}px`;
  // Code that a debugger calls may do more than a page's own: that begins here.
  await new Promise((resolve) => setTimeout(resolve));
  view = await globalThis.vegaEmbed(place, spec, { actions: false, renderer: "svg", ...options });
  const svg = place.querySelector("svg");
  const bounds = svg.getBoundingClientRect();
  return {
    tags: countTags(place),
    excess: Math.max(bounds.width, place.scrollWidth) - width,
    overlapping: overlapsIn(svg.querySelectorAll("text")),
    cut: [...svg.querySelectorAll("text")]
      .filter(isSeen)
      .map(boxOf)
      .filter(({ left, right, top, bottom }) => {
        const outsideX = left < bounds.left - 1 || right > bounds.right + 1;
        return outsideX || top < bounds.top - 2 || bottom > bounds.bottom + 2;
      })
      .map(({ text }) => text),
  };
}

/** Points at every mark in turn; what the tooltips consist of. */
function hover(most) {
  const kinds = ["path", "rect", "line", "text"];
  const marks = [...place.querySelectorAll(kinds.map((kind) => `svg .role-mark ${kind}`).join())];
  const step = Math.max(1, Math.floor(marks.length / most));
  const tags = new Set();
  let shown = 0;
  for (let index = 0; index < marks.length; index += step) {
    const { left, right, top, bottom } = marks[index].getBoundingClientRect();
    const at = { clientX: (left + right) / 2, clientY: (top + bottom) / 2, bubbles: true, view: window };
    for (const type of ["pointerover", "mouseover", "pointermove", "mousemove"])
      marks[index].dispatchEvent(new MouseEvent(type, at));
    const tooltip = document.querySelector("#vg-tooltip-element.visible");
    if (tooltip === null) continue;
    shown += 1;
    for (const tag of Object.keys(countTags(tooltip))) tags.add(tag);
  }
  return { shown, tags: [...tags] };
}

/**
 * Inserts markup as a page would that trusts it. Of pairs of a table and the same table with plain names: those that
 * differ in their elements, and those that are wider than the page is.
 */
function insert(pairs, width) {
  place.style.width = `${width}px`;
  return pairs.flatMap(([what, table, plain]) => {
    place.innerHTML = plain;
    const expected = JSON.stringify(Object.entries(countTags(place)).sort());
    place.innerHTML = table;
    const found = JSON.stringify(Object.entries(countTags(place)).sort());
    const excess = place.scrollWidth - width;
    return [
      ...(found === expected ? [] : [`${what}: ${found} instead of ${expected}`]),
      ...(excess > 0 ? [`${what}: ${excess} pixels too wide`] : []),
    ];
  });
}

globalThis.check = { draw, hover, insert };
