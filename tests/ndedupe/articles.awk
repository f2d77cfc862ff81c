# Makes a stream of N articles with near-duplicates among them. usage: awk -v n=200 -v seed=1 -f articles.awk
# About a third repeat an earlier article: cut short, with other words here and there, with another headline, longer,
# or with nothing but case changed. Some share a footer, some are notices that differ in their numbers alone.
function word(   i, w) {
	for (i = 2 + int(rand() * 3); i > 0; i--)
		w = w substr("banecidofuraletomisupekogavi", 1 + 2 * int(rand() * 14), 2)
	return w
}
function words(n,   t) {
	while (n-- > 0)
		t = t " " word()
	return substr(t, 2)
}
function edited(text, share,   i, k, w, t) {
	k = split(text, w, " ")
	for (i = 1; i <= k; i++)
		t = t " " (rand() < share ? word() : w[i])
	return substr(t, 2)
}
function cut(text, share,   i, k, w, t) {
	k = split(text, w, " ")
	for (i = 1; i <= k * share; i++)
		t = t " " w[i]
	return substr(t, 2)
}
function put(i, title, text,   k, s, j) {
	printf "Id: a%d\nPage: p%d.txt\nTitle: %s\nTitle: %s\n", i, i % 7, title, title
	k = split(text, s, / \| /)
	for (j = 1; j <= k; j++)
		printf "Text: %s\n", s[j]
	print ""
}
BEGIN {
	srand(seed)
	for (i = 0; i < 3; i++)
		footer[i] = words(25)
	notice = words(60)
	print "%rec: Article\n"
	for (i = 1; i <= n; i++) {
		r = rand()
		j = 1 + int(rand() * (i - 1))
		title[i] = words(7)
		if (i == 1 || r < 0.55)
			text[i] = words(40) " | " words(30 + int(rand() * 90)) (r < 0.2 ? " | " footer[int(rand() * 3)] : "")
		else if (r < 0.6)
			text[i] = notice " " int(rand() * 9999) "." int(rand() * 9) " " words(8) " " int(rand() * 9999) " " int(rand() * 999)
		else if (r < 0.65) { text[i] = cut(text[j], 0.5 + rand() / 2); title[i] = title[j] }
		else if (r < 0.75) text[i] = edited(text[j], rand() * 0.25)
		else if (r < 0.8) text[i] = text[j]
		else if (r < 0.85) { text[i] = toupper(text[j]); title[i] = title[j] }
		else if (r < 0.95) text[i] = text[j] " | " words(20 + int(rand() * 80))
		else text[i] = words(1 + int(rand() * 12))
		put(i, title[i], text[i])
	}
}
