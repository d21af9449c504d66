const [LINE_FEED, RETURN] = [10, 13];

/** Whether all of some whole lines end in CR LF, or none: CR stands before every LF and nowhere else, or nowhere. */
export function endAlike(lines: Buffer, returns: boolean): boolean {
  if (!returns) return !lines.includes(RETURN);
  let [ends, found] = [0, 0];
  for (let at = lines.indexOf(LINE_FEED); at >= 0; at = lines.indexOf(LINE_FEED, at + 1)) {
    if (lines[at - 1] !== RETURN) return false;
    ends++;
  }
  for (let at = lines.indexOf(RETURN); at >= 0; at = lines.indexOf(RETURN, at + 1)) found++;
  return found === ends;
}
