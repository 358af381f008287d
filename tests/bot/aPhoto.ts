/** The bytes of a JPEG as far as anybody looks at them: its beginning, a table, a frame of this size, and `more`. */
export const jpegOf = (width: number, height = width, more = 0): Buffer => {
  const sides = [height >> 8, height & 255, width >> 8, width & 255];
  const table = [0xff, 0xdb, 0, 4, 0, 0];
  const frame = [0xff, 0xc0, 0, 11, 8, ...sides, 1, 1, 0x11, 0];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8, ...table, ...frame, 0xff, 0xda, 0, 2]),
    Buffer.alloc(more, 7),
  ]);
};

/** As it is sent. */
export const aPhoto = (side = 256, more = 0) => ({ image: jpegOf(side, side, more).toString('base64') });
