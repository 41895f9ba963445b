/* Boxes in fractions of a picture: [left, top, width, height]; an aspect is width over height of those. */
export const LEAST = 0.02;
export const WHOLE = [0, 0, 1, 1];

export function clamp(value, least, most) { return Math.min(Math.max(value, least), most); }

export function inside(box) {
  const width = clamp(box[2], LEAST, 1);
  const height = clamp(box[3], LEAST, 1);
  return [clamp(box[0], 0, 1 - width), clamp(box[1], 0, 1 - height), width, height];
}

/* The box with its width kept, as far as its aspect fits into the picture. */
export function fitted(box, aspect) {
  if (!aspect) { return inside(box); }
  const width = Math.min(clamp(box[2], LEAST, 1), aspect);
  return inside([box[0], box[1], width, width / aspect]);
}

/* The biggest box of an aspect in ``outer``, with ``point`` as near to its middle as can be. */
export function around(point, aspect, outer) {
  const width = Math.min(outer[2], outer[3] * aspect);
  const height = width / aspect;
  return [
    clamp(point[0] - width / 2, outer[0], outer[0] + outer[2] - width),
    clamp(point[1] - height / 2, outer[1], outer[1] + outer[3] - height),
    width, height
  ];
}

export function between(start, end) {
  return [
    Math.min(start[0], end[0]), Math.min(start[1], end[1]),
    Math.abs(end[0] - start[0]), Math.abs(end[1] - start[1])
  ];
}

export function rounded(box) { return box.map((one) => Math.round(one * 100000) / 100000); }
