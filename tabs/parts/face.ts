/** What `Avatar` shows of a photo in base64; initials where it is empty. */
export const faceOf = (photo = ''): { image?: { src: string } } =>
  photo ? { image: { src: `data:image/jpeg;base64,${photo}` } } : {};
