package main

import (
	"fmt"
	"strconv"
	"strings"
)

func init() { workloads["vectors"] = newVectors }

// What the test vectors of the protocol ask: no workload is measured by it.
type vectors struct {
	values []string
	seed   uint64
}

func newVectors(c theCase) workload { return &vectors{strings.Fields(c.text("values")), c.seed()} }

func (v *vectors) Iterate(*iteration) map[string]any {
	var buckets, lowest, below, thinking, requests []int64
	var randoms, texts []string
	for _, text := range v.values {
		value, _ := strconv.ParseInt(text, 10, 64)
		bucket := bucketOf(value)
		buckets, lowest = append(buckets, int64(bucket)), append(lowest, lowestIn(bucket))
	}
	for number := int64(0); number < 16; number++ {
		random := splitMixFor(v.seed, number)
		randoms = append(randoms, strconv.FormatUint(random.next(), 10))
		below = append(below, int64(random.below(1_000)))
		thinking = append(thinking, int64(random.exponential(1e9)))
		r := requestOf(v.seed, number, 1_000, 20)
		reserves := int64(0)
		if r.reserves {
			reserves = 1
		}
		requests = append(requests, int64(r.product), reserves, int64(r.quantity))
		texts = append(texts, fmt.Sprintf("%s", itemText(v.seed, int(number), 100)))
	}
	return map[string]any{
		"buckets": buckets, "lowest": lowest, "randoms": strings.Join(randoms, " "), "below": below,
		"thinking": thinking, "requests": requests, "texts": strings.Join(texts, " "),
	}
}
