package main

import (
	"container/heap"
	"math"
	"time"
)

// Users who think before each call: entries of a queue, not goroutines. One beyond the present number stays away until there are more.
type thinkers struct {
	queue               thinkQueue
	random              splitMix
	mean                float64
	users, spike        int
	origin              int64
	spikeFrom, spikeEnd int64
}

func newThinkers(c theCase) *thinkers {
	warmUp, measured := int64(c.number("warmUpMilliseconds")), int64(c.number("measuredMilliseconds"))
	return &thinkers{
		random: splitMix{c.seed()}, mean: float64(c.number("thinkMilliseconds")) * float64(time.Millisecond),
		users: c.number("users"), spike: c.number("spikeUsers"),
		spikeFrom: warmUp*1_000_000 + measured*1_000_000/3, spikeEnd: warmUp*1_000_000 + measured*1_000_000*2/3,
	}
}

func (t *thinkers) begin(origin int64) {
	t.origin = origin
	highest := t.users
	if t.spike > highest {
		highest = t.spike
	}
	for user := 0; user < highest; user++ {
		t.think(user, origin)
	}
}

func (t *thinkers) nextAt() int64 {
	if len(t.queue) == 0 {
		return math.MaxInt64
	}
	return t.queue[0].at
}

func (t *thinkers) take() int { return heap.Pop(&t.queue).(thinker).user }

func (t *thinkers) think(user int, from int64) {
	due := from + int64(t.random.exponential(t.mean))
	offset := due - t.origin
	if t.usersAt(offset) > user {
		heap.Push(&t.queue, thinker{due, user})
		return
	}
	if back := t.nextAbove(user, offset); back >= 0 {
		t.think(user, t.origin+back)
	}
}

func (t *thinkers) usersAt(offset int64) int {
	if t.spike != 0 && offset >= t.spikeFrom && offset < t.spikeEnd {
		return t.spike
	}
	return t.users
}

func (t *thinkers) nextAbove(user int, offset int64) int64 {
	if t.spike > user && t.spikeFrom > offset {
		return t.spikeFrom
	}
	if t.spike != 0 && t.users > user && t.spikeEnd > offset {
		return t.spikeEnd
	}
	return -1
}

type thinker struct {
	at   int64
	user int
}

type thinkQueue []thinker

func (q thinkQueue) Len() int           { return len(q) }
func (q thinkQueue) Less(a, b int) bool { return q[a].at < q[b].at }
func (q thinkQueue) Swap(a, b int)      { q[a], q[b] = q[b], q[a] }
func (q *thinkQueue) Push(item any)     { *q = append(*q, item.(thinker)) }

func (q *thinkQueue) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}
