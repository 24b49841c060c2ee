package main

import (
	"strconv"
	"time"
)

func init() { workloads["forkjoin"] = newForkjoin }

const parts = 10

// A goroutine for each node, which sends its subtotal to the channel that it was given.
type forkjoin struct {
	leaves, each, trees int64
	build               time.Duration
}

type subtotal struct{ sum, units int64 }

func newForkjoin(c theCase) workload {
	return &forkjoin{
		int64(c.number("leaves")), int64(c.number("leavesPerUnit")), int64(c.number("trees")),
		time.Duration(c.number("buildMilliseconds")) * time.Millisecond,
	}
}

func (f *forkjoin) Iterate(run *iteration) map[string]any {
	var trees int64
	var all subtotal
	var recorder recorder
	fewest := int64(1)
	if run.measured {
		fewest = f.trees
	}
	run.MeasureFrom(func(openedAt int64) {
		for endedAt := openedAt; trees < fewest || endedAt < openedAt+int64(f.build); trees++ {
			startedAt := now()
			total := make(chan subtotal, 1)
			go f.sum(0, f.leaves, total, run.units)
			tree := <-total
			endedAt = now()
			recorder.record(endedAt - startedAt)
			all.sum += tree.sum
			all.units += tree.units
		}
	})
	run.units.await(0)
	recorder.flush()
	return map[string]any{"trees": trees, "sum": strconv.FormatUint(uint64(all.sum), 10), "unitsTold": all.units}
}

func (f *forkjoin) sum(first, count int64, total chan<- subtotal, units *unitCounter) {
	units.enter()
	own := subtotal{units: 1}
	if count <= f.each {
		for leaf := first; leaf < first+count; leaf++ {
			own.sum += leaf
		}
	} else {
		subtotals := make(chan subtotal, parts)
		for part := int64(0); part < parts; part++ {
			from, until := count*part/parts, count*(part+1)/parts
			go f.sum(first+from, until-from, subtotals, units)
		}
		for part := 0; part < parts; part++ {
			child := <-subtotals
			own.sum += child.sum
			own.units += child.units
		}
	}
	units.leave()
	total <- own
}
