package main

import (
	"math"
	"math/bits"
)

const golden = 0x9E3779B97F4A7C15

// The suite's source of randomness: see the protocol.
type splitMix struct{ state uint64 }

// A stream of its own for an item of a seeded series.
func splitMixFor(seed uint64, index int64) splitMix {
	return splitMix{mix(seed ^ mix(uint64(index)))}
}

func mix(value uint64) uint64 {
	value += golden
	value = (value ^ value>>30) * 0xBF58476D1CE4E5B9
	value = (value ^ value>>27) * 0x94D049BB133111EB
	return value ^ value>>31
}

func (s *splitMix) next() uint64 {
	value := mix(s.state)
	s.state += golden
	return value
}

// Uniform in 0 … bound − 1.
func (s *splitMix) below(bound int) int {
	high, _ := bits.Mul64(s.next(), uint64(bound))
	return int(high)
}

// Exponential with the given mean.
func (s *splitMix) exponential(mean float64) float64 {
	return -mean * math.Log(1-float64(s.next()>>11)/(1<<53))
}
