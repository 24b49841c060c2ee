package main

import (
	"math/bits"
	"sync"
)

const (
	layout  = 1
	highest = 3_600_000_000_000
	buckets = 33 << 10
	batch   = 128
)

// The bucket of a latency, nanoseconds.
func bucketOf(value int64) int {
	shift := shiftOf(value)
	return shift<<10 + int(value>>shift)
}

// The lowest latency in the bucket.
func lowestIn(bucket int) int64 {
	if bucket < 2048 {
		return int64(bucket)
	}
	shift := bucket>>10 - 1
	return int64(bucket-shift<<10) << shift
}

func shiftOf(value int64) int {
	if shift := bits.Len64(uint64(value)) - 11; shift > 0 {
		return shift
	}
	return 0
}

// All latencies of the measured iterations.
var latencies = &histogram{counts: make([]int64, buckets)}

type histogram struct {
	sync.Mutex
	counts []int64
	total  int64
}

func (h *histogram) reset() {
	h.Lock()
	defer h.Unlock()
	for bucket := range h.counts {
		h.counts[bucket] = 0
	}
	h.total = 0
}

func (h *histogram) take(values []int64) {
	h.Lock()
	defer h.Unlock()
	for _, value := range values {
		if value < 1 {
			value = 1
		}
		if value > highest {
			value = highest
		}
		h.counts[bucketOf(value)]++
		h.total += value
	}
}

func (h *histogram) tell(message map[string]any) {
	pairs := [][2]int64{}
	for bucket, count := range h.counts {
		if count > 0 {
			pairs = append(pairs, [2]int64{lowestIn(bucket), count})
		}
	}
	message["histogramLayout"] = layout
	message["histogram"] = pairs
	message["totalNanoseconds"] = h.total
}

// A recorder takes the latencies of one goroutine, in batches.
type recorder struct {
	values [batch]int64
	count  int
}

func (r *recorder) record(latency int64) {
	if r.full() {
		r.flush()
	}
	r.values[r.count] = latency
	r.count++
}

func (r *recorder) full() bool { return r.count == batch }

func (r *recorder) flush() {
	latencies.take(r.values[:r.count])
	r.count = 0
}

// The lowest value that a share of the values does not exceed, by the highest of its bucket.
func (h *histogram) quantile(share float64) int64 {
	var all, seen int64
	for _, count := range h.counts {
		all += count
	}
	for bucket, count := range h.counts {
		seen += count
		if seen > 0 && float64(seen) >= share*float64(all) {
			return lowestIn(bucket+1) - 1
		}
	}
	return 0
}
