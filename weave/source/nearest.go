package source

import "strings"

// Nearest is the candidate most like name, or "" where none is like enough to
// be meant: at most a third of the letters differ (Damerau–Levenshtein), as
// clang has it, or only their case. Of one or two letters none may differ.
func Nearest(name string, candidates []string) string {
	letters := []rune(name)
	best, bestDist := "", len(letters)/3
	for _, c := range candidates {
		d := distance(letters, []rune(c))
		if strings.EqualFold(name, c) {
			d = 0
		}
		if d <= bestDist && (d < bestDist || best == "" || c < best) && c != name {
			best, bestDist = c, d
		}
	}
	return best
}

// distance counts insertions, deletions, changes and swaps of neighbours.
func distance(a, b []rune) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		d[i][0] = i
	}
	for j := range d[0] {
		d[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, d[i-1][j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(a)][len(b)]
}
