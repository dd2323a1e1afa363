/** The few colours of the look; each is readable on white (AA), and none carries a meaning without a shape beside it. */
export const INK = '#1b2733';
export const ORANGE = '#a8480a';
export const BLUE = '#1c5d99';
export const PURPLE = '#5f4b8b';
export const GREY = '#5c6770';
export const LINE_GREY = '#8a949c';
export const HAIRLINE = '#dde3e7';
/** The quiet band of expected variation. */
export const BAND = '#eaeff3';
export const WHITE = '#ffffff';

export const FONT = "'Source Sans 3', Arial, sans-serif";
