/** Saves what is at an address of the page itself, where the browser saves files and under a name to be changed there. */
export function saveFile(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name.replaceAll('/', '-');
  link.click();
}
