package html

// icons are the symbols that the page and its script use, drawn on 20 × 20.
const icons = `<svg class="defs" aria-hidden="true"><defs>
<symbol id="_i-menu" viewBox="0 0 20 20"><path d="M3 5.5h14M3 10h14M3 14.5h9"/></symbol>
<symbol id="_i-find" viewBox="0 0 20 20"><circle cx="8.5" cy="8.5" r="5.2"/><path d="M12.4 12.4 17 17"/></symbol>
<symbol id="_i-auto" viewBox="0 0 20 20"><circle cx="10" cy="10" r="6.5"/><path d="M10 3.5a6.5 6.5 0 0 1 0 13z" class="fill"/></symbol>
<symbol id="_i-light" viewBox="0 0 20 20"><circle cx="10" cy="10" r="3.4"/><path d="M10 2v2M10 16v2M2 10h2M16 10h2M4.3 4.3l1.5 1.5M14.2 14.2l1.5 1.5M4.3 15.7l1.5-1.5M14.2 5.8l1.5-1.5"/></symbol>
<symbol id="_i-dark" viewBox="0 0 20 20"><path d="M16.4 12.2A7 7 0 0 1 7.8 3.6a7 7 0 1 0 8.6 8.6z"/></symbol>
<symbol id="_i-copy" viewBox="0 0 20 20"><rect x="7" y="7" width="9.5" height="9.5" rx="1.6"/><path d="M13 7V5.1c0-.9-.7-1.6-1.6-1.6H5.1c-.9 0-1.6.7-1.6 1.6v6.3c0 .9.7 1.6 1.6 1.6H7"/></symbol>
<symbol id="_i-check" viewBox="0 0 20 20"><path d="m4.5 10.5 3.8 3.8 7.4-8.4"/></symbol>
<symbol id="_i-prev" viewBox="0 0 20 20"><path d="M12.5 4.5 7 10l5.5 5.5"/></symbol>
<symbol id="_i-next" viewBox="0 0 20 20"><path d="M7.5 4.5 13 10l-5.5 5.5"/></symbol>
<symbol id="_i-zoom" viewBox="0 0 20 20"><path d="M12 3.5h4.5V8M8 16.5H3.5V12M16.5 3.5 11.5 8.5M3.5 16.5l5-5"/></symbol>
<symbol id="_i-close" viewBox="0 0 20 20"><path d="m5 5 10 10M15 5 5 15"/></symbol>
</defs></svg>`

// icon is the use of a symbol.
func icon(name string) string {
	return `<svg class="ic" aria-hidden="true"><use href="#_i-` + name + `"/></svg>`
}
