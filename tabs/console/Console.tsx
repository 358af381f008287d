/** The champion's console. */
export default function Console() {
  return null;
}
