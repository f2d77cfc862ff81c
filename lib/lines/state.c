#include "state.h"

uint32_t
state_moves(enum line_state state)
{
	const uint32_t text = STATE_BIT(STATE_TEXT), caption = STATE_BIT(STATE_INNER_CAPTION),
		       gap = STATE_BIT(STATE_GAP);
	const uint32_t out = STATE_BIT(STATE_TAIL) | STATE_BIT(STATE_POST) | STATES_OPENING;
	switch (state) {
	case STATE_PRE:
		return STATE_BIT(STATE_PRE) | STATES_OPENING;
	case STATE_TEXT_OPEN:
	case STATE_TEXT:
	case STATE_INNER_CAPTION:
		return text | caption | gap | out;
	case STATE_GAP:
		return text | caption | gap | STATE_BIT(STATE_TAIL);
	case STATE_TAIL:
		return text | caption | gap | out; /* text: behind a standfirst */
	case STATE_POST:
		return STATE_BIT(STATE_POST) | STATES_OPENING;
	default:
		return STATES_HEAD | text;
	}
}

uint32_t
state_starts(void)
{
	return STATE_BIT(STATE_PRE) | STATES_OPENING;
}

enum line_state
state_likeliest(const float *posteriors, uint32_t allowed)
{
	size_t best = (size_t)__builtin_ctz(allowed);
	for (size_t s = best + 1; s < LINE_STATES; s++)
		if ((allowed >> s & 1) && posteriors[s] > posteriors[best])
			best = s;
	return (enum line_state)best;
}
