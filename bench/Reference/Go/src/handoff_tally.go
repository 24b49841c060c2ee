package main

import "sort"

// What became of the bursts, item by item.
type burstTally struct {
	of                                                            *handoff
	bursts                                                        int
	distinct, numberSum, twice, strangers, overtaken, nanoseconds int64
	most                                                          int
	times                                                         []int
	last                                                          []int
	offered, takenAt                                              []int64
}

func newBurstTally(of *handoff) *burstTally {
	return &burstTally{of: of, times: make([]int, of.burstItems), last: make([]int, of.producers)}
}

func (t *burstTally) add(consumers []*consumer, begunAt, doneAt int64) {
	for i := range t.times {
		t.times[i] = 0
	}
	t.offered, t.takenAt = t.offered[:0], t.takenAt[:0]
	endedAt := begunAt
	for _, consumer := range consumers {
		for i := range t.last {
			t.last[i] = 0
		}
		for _, taken := range consumer.items {
			t.take(taken)
			if taken.takenAt > endedAt {
				endedAt = taken.takenAt
			}
		}
		consumer.items = consumer.items[:0]
	}
	for _, times := range t.times {
		if times > 0 {
			t.distinct++
		}
		if times > 1 {
			t.twice++
		}
	}
	if t.of.timed {
		t.findMost()
	} else {
		endedAt = doneAt
	}
	t.nanoseconds += endedAt - begunAt
	t.bursts++
}

func (t *burstTally) take(taken takenItem) {
	share := t.of.firstOf(taken.producer+1) - t.of.firstOf(taken.producer)
	if taken.burst != t.bursts || taken.number < 0 || taken.number >= share {
		t.strangers++
		return
	}
	if taken.number < t.last[taken.producer] {
		t.overtaken++
	}
	t.last[taken.producer] = taken.number
	t.times[t.of.firstOf(taken.producer)+taken.number]++
	t.numberSum += int64(taken.number)
	t.offered = append(t.offered, taken.offeredAt)
	t.takenAt = append(t.takenAt, taken.takenAt)
}

// Most items that had been offered and not yet taken; one taken makes room for one offered at that time.
func (t *burstTally) findMost() {
	sort.Slice(t.offered, func(a, b int) bool { return t.offered[a] < t.offered[b] })
	sort.Slice(t.takenAt, func(a, b int) bool { return t.takenAt[a] < t.takenAt[b] })
	gone := 0
	for come, at := range t.offered {
		for gone < len(t.takenAt) && t.takenAt[gone] <= at {
			gone++
		}
		if underWay := come + 1 - gone; underWay > t.most {
			t.most = underWay
		}
	}
}

func (t *burstTally) told() map[string]any {
	return map[string]any{
		"bursts": t.bursts, "distinct": t.distinct, "numberSum": t.numberSum, "twice": t.twice,
		"strangers": t.strangers, "overtaken": t.overtaken, "mostUnderWay": t.most, "burstNanoseconds": t.nanoseconds,
	}
}
