/** A department in the address of the page; the texts for all have none in it. */
export function departmentSearch(department: string): { readonly department?: string } {
  return department === '' ? {} : { department };
}
