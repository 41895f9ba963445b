/* All crops at once, redrawn at every change. */
import { say } from "./words.js";
const WIDTH = 240;

export function makePreviews(place, image, crops) {
  const canvases = crops.map((crop) => {
    const figure = document.createElement("figure");
    const canvas = document.createElement("canvas");
    const caption = document.createElement("figcaption");
    caption.textContent = crop.label;
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", say("Preview of the crop {label}", { label: crop.label }));
    figure.append(canvas, caption);
    place.append(figure);
    return canvas;
  });

  function draw(canvas, box, areas) {
    const [wide, high] = [image.naturalWidth, image.naturalHeight];
    canvas.width = WIDTH;
    canvas.height = Math.max(1, Math.round(WIDTH * (box[3] * high) / (box[2] * wide)));
    const pen = canvas.getContext("2d");
    pen.drawImage(image, box[0] * wide, box[1] * high, box[2] * wide, box[3] * high, 0, 0, canvas.width, canvas.height);
    areas.forEach((area) => hide(pen, canvas, box, area));
  }

  /* Coarser than the files will be: enough to see that nothing is recognised. */
  function hide(pen, canvas, box, area) {
    const x = (area[0] - box[0]) / box[2] * canvas.width;
    const y = (area[1] - box[1]) / box[3] * canvas.height;
    pen.fillStyle = "#777";
    pen.fillRect(x, y, area[2] / box[2] * canvas.width, area[3] / box[3] * canvas.height);
  }

  return {
    draw(boxOf, areas) {
      if (image.naturalWidth) { crops.forEach((crop, index) => draw(canvases[index], boxOf(crop), areas)); }
    }
  };
}
