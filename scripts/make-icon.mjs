// Draws icon.png: a roster whose columns have colours, and a tick. Shapes are tested point by point, 16 points to a pixel.
import { writeFile } from 'node:fs/promises';
import { crc32, deflateSync } from 'node:zlib';

const size = 128;
const pointsPerSide = 4;

/** @typedef {(x: number, y: number) => boolean} Shape */

/** @type {(left: number, top: number, right: number, bottom: number, radius: number) => Shape} */
const box = (left, top, right, bottom, radius) => (x, y) => {
  const dx = Math.max(left + radius - x, x - right + radius, 0);
  const dy = Math.max(top + radius - y, y - bottom + radius, 0);
  return Math.hypot(dx, dy) <= radius;
};

/** @type {(centreX: number, centreY: number, radius: number) => Shape} */
const disc = (centreX, centreY, radius) => (x, y) => Math.hypot(x - centreX, y - centreY) <= radius;

/** A line with round ends. @type {(fromX: number, fromY: number, toX: number, toY: number, radius: number) => Shape} */
const stroke = (fromX, fromY, toX, toY, radius) => (x, y) => {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const along = Math.min(Math.max(((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy), 0), 1);
  return Math.hypot(x - fromX - along * dx, y - fromY - along * dy) <= radius;
};

const columns = [
  { left: 24, right: 44, colour: [79, 195, 247] },
  { left: 50, right: 78, colour: [255, 202, 87] },
  { left: 84, right: 104, colour: [240, 128, 160] },
];

/** From back to front. @type {{ shape: Shape, colour: readonly number[] }[]} */
const layers = [
  { shape: box(4, 4, 124, 124, 26), colour: [23, 50, 77] },
  ...columns.flatMap(({ left, right, colour }) => [
    { shape: box(left, 26, right, 38, 4), colour: [255, 255, 255] },
    ...[48, 66, 84].map((top) => ({ shape: box(left, top, right, top + 10, 4), colour })),
  ]),
  { shape: disc(93, 93, 25), colour: [23, 50, 77] },
  { shape: disc(93, 93, 21), colour: [46, 160, 90] },
  { shape: stroke(83, 94, 90, 101, 3), colour: [255, 255, 255] },
  { shape: stroke(90, 101, 103, 86, 3), colour: [255, 255, 255] },
];

/**
 * The mean colour of a pixel's points, with the share of them that is inside as its opacity.
 * @param {number} column
 * @param {number} row
 */
function pixel(column, row) {
  const sum = [0, 0, 0];
  let inside = 0;
  for (let point = 0; point < pointsPerSide ** 2; point++) {
    const x = column + ((point % pointsPerSide) + 0.5) / pointsPerSide;
    const y = row + (Math.floor(point / pointsPerSide) + 0.5) / pointsPerSide;
    const colour = layers.findLast(({ shape }) => shape(x, y))?.colour;
    if (colour === undefined) continue;
    inside++;
    for (const [channel, value] of colour.entries()) sum[channel] = (sum[channel] ?? 0) + value;
  }
  return [
    ...sum.map((value) => Math.round(value / Math.max(inside, 1))),
    Math.round((inside * 255) / pointsPerSide ** 2),
  ];
}

/**
 * A part of a PNG file: its length, its name, its data, its checksum.
 * @param {string} name
 * @param {Uint8Array} data
 */
function chunk(name, data) {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}

const header = Buffer.alloc(13);
header.writeUInt32BE(size, 0);
header.writeUInt32BE(size, 4);
// 8 bits to a channel, red, green, blue and opacity.
header.set([8, 6], 8);
const rows = Array.from({ length: size }, (_, row) =>
  Buffer.from([0, ...Array.from({ length: size }, (_, column) => pixel(column, row)).flat()]),
);
await writeFile(
  new URL('../icon.png', import.meta.url),
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]),
);
