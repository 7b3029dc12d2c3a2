// The drawn icons: one path each on a 24 x 24 field, 1.6 px stroke, no fill. Imported by name, so that a page carries
// only what it shows. An icon never stands alone: its button has a label.
export const home = 'M4 11.5 12 5l8 6.5M6 10v9h12v-9M10 19v-5h4v5';
export const people =
  'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM3.5 19c.4-3.4 2.5-5 5.5-5s5.1 1.6 5.5 5M16 11.5a2.5 2.5 0 1 0-1-4.8M16.5 14.2c2.3.3 3.7 1.8 4 4.8';
export const picture = 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9.5a1 1 0 1 0 .01 0';
export const inbox = 'M4 13v6h16v-6M4 13h5l1.5 2.5h3L15 13h5M12 4v7M9 8.5l3 3 3-3';
export const paper = 'M7 3.5h7l4 4v13H7zM14 3.5v4h4M9.5 12h6M9.5 15.5h6';
export const seal =
  'M12 14a5 5 0 1 0 0-10 5 5 0 0 0 0 10ZM9 13l-1.5 7 4.5-2.5 4.5 2.5L15 13M10 9l1.5 1.5L14 8';
export const exchange = 'M5 8.5h13M14.5 5l3.5 3.5-3.5 3.5M19 15.5H6M9.5 12 6 15.5 9.5 19';
export const building = 'M4 20h16M6 20V9l6-4 6 4v11M10 20v-5h4v5M9.5 11.5h.01M14.5 11.5h.01';
export const sliders = 'M4 7h9M17 7h3M4 17h3M11 17h9M15 9.5v-5M9 19.5v-5M4 12h2M10 12h10M8 14.5v-5';
export const question =
  'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM9.8 9.7c.2-1.4 1.1-2.2 2.4-2.2 1.4 0 2.4.9 2.4 2.1 0 1.7-2.5 1.9-2.5 4M12.1 16.6h.01';
export const search = 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.3 15.3 20 20';
export const close = 'M6 6l12 12M18 6 6 18';
export const check = 'M5 12.5l4.5 4.5L19 7.5';
export const plus = 'M12 5v14M5 12h14';
export const minus = 'M5 12h14';
export const down = 'M6 9.5l6 6 6-6';
export const up = 'M6 14.5l6-6 6 6';
export const right = 'M9.5 6l6 6-6 6';
export const left = 'M14.5 6l-6 6 6 6';
export const more = 'M6 12h.01M12 12h.01M18 12h.01';
export const error = 'M8.3 3.5h7.4l4.8 4.8v7.4l-4.8 4.8H8.3l-4.8-4.8V8.3zM12 7.8v5M12 16.2h.01';
export const warning = 'M12 4 2.8 19.5h18.4zM12 10v4.5M12 17h.01';
export const info = 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 11v5.5M12 7.8h.01';
export const good = 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM8 12.3l2.8 2.8L16 9.5';
export const pencil = 'M4.5 19.5l1-4L16 5l3 3L8.5 18.5zM14 7l3 3';
export const bin = 'M5 7h14M9 7V4.5h6V7M7 7l.8 12.5h8.4L17 7M10.5 10.5v6M13.5 10.5v6';
export const undo = 'M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-3';
export const redo = 'M16 5l4 4-4 4M20 9H10a5.5 5.5 0 0 0 0 11h3';
export const printer = 'M7 9V4h10v5M7 16H4V9h16v7h-3M7 13.5h10V20H7z';
export const save = 'M5 4.5h11l3.5 3.5v11.5H5zM8 4.5v5h7v-5M8 19.5V14h8v5.5';
export const folder = 'M3.5 6h6l2 2.5h9v10.5h-17z';
export const upload = 'M12 16V5M8 8.5 12 4.5l4 4M4.5 15v4.5h15V15';
export const download = 'M12 4.5v11M8 12l4 4 4-4M4.5 15v4.5h15V15';
export const lock = 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2';
export const person = 'M12 11.5a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.6ZM5 20c.5-4 3-6 7-6s6.5 2 7 6';
export const clock = 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7.5V12l3 2';
export const computer = 'M4 5h16v10.5H4zM2.5 19h19M10 15.5 9.5 19M14 15.5l.5 3.5';
export const stick = 'M8 10h8v10.5H8zM9.5 10V4h5v6M11 6.5v1M13 6.5v1';
export const flag = 'M6 21V4M6 5c4-2 7 2 12 0v8c-5 2-8-2-12 0';
export const filter = 'M4 5h16l-6.5 8v6l-3-1.5V13z';
export const columns = 'M4 5h16v14H4zM9.3 5v14M14.7 5v14';
export const copy = 'M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4';
export const history = 'M4.5 12a7.5 7.5 0 1 1 2.2 5.3M4 18.5v-4h4M12 8v4.3l2.8 1.7';
export const book =
  'M5 5.5c2.5-1.2 5-1 7 .5 2-1.5 4.5-1.7 7-.5v13c-2.5-1.2-5-1-7 .5-2-1.5-4.5-1.7-7-.5zM12 6v13';
export const globe =
  'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17';
export const chart = 'M4.5 4v15.5h15.5M8.5 16v-4M12.5 16V8M16.5 16v-6';
export const table = 'M4 5h16v14H4zM4 9.7h16M4 14.3h16M10 5v14';
export const keyboard = 'M3 6.5h18v11H3zM6.5 10h.01M10 10h.01M14 10h.01M17.5 10h.01M7.5 14h9';
export const pin =
  'M12 21s6.5-6 6.5-11a6.5 6.5 0 0 0-13 0c0 5 6.5 11 6.5 11ZM12 12a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z';
export const sun =
  'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4';
export const link =
  'M10 14a4 4 0 0 0 6 .3l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-6-.3l-3 3a4 4 0 0 0 5.7 5.7l1-1';
export const swap = 'M7 4v16M4 7l3-3 3 3M17 20V4M14 17l3 3 3-3';
