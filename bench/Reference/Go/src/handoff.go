package main

import (
	"sync"
	"time"
)

func init() { workloads["handoff"] = newHandoff }

// A goroutine per producer and per consumer, with one channel between them.
type handoff struct {
	producers, consumers, capacity, burstItems int
	play                                       time.Duration
	timed                                      bool
}

type item struct {
	burst, producer, number int
	offeredAt               int64
}

type takenItem struct {
	item
	takenAt int64
}

type consumer struct {
	items    []takenItem
	recorder recorder
}

func newHandoff(c theCase) workload {
	return &handoff{
		c.number("producers"), c.number("consumers"), c.number("capacity"), c.number("burstItems"),
		time.Duration(c.number("playMilliseconds")) * time.Millisecond, c.flag("timed"),
	}
}

func (h *handoff) firstOf(producer int) int { return h.burstItems * producer / h.producers }

func (h *handoff) Iterate(run *iteration) map[string]any {
	items := make(chan item, h.capacity)
	consumers := make([]*consumer, h.consumers)
	var taken, ended sync.WaitGroup
	ended.Add(h.consumers)
	for i := range consumers {
		consumers[i] = &consumer{items: make([]takenItem, 0, h.burstItems)}
		go func(c *consumer) {
			run.units.enter()
			defer ended.Done()
			defer run.units.leave()
			for next := range items {
				takenAt := int64(0)
				if h.timed {
					takenAt = now()
					c.recorder.record(takenAt - next.offeredAt)
				}
				c.items = append(c.items, takenItem{next, takenAt})
				taken.Done()
			}
		}(consumers[i])
	}
	run.units.await(int64(h.consumers))

	tally := newBurstTally(h)
	run.MeasureFrom(func(openedAt int64) {
		for {
			taken.Add(h.burstItems)
			begunAt := now()
			var offering sync.WaitGroup
			offering.Add(h.producers)
			for producer := 0; producer < h.producers; producer++ {
				go func(producer int) {
					run.units.enter()
					defer offering.Done()
					defer run.units.leave()
					share := h.firstOf(producer+1) - h.firstOf(producer)
					for number := 0; number < share; number++ {
						offeredAt := int64(0)
						if h.timed {
							offeredAt = now()
						}
						items <- item{tally.bursts, producer, number, offeredAt}
					}
				}(producer)
			}
			offering.Wait()
			taken.Wait()
			tally.add(consumers, begunAt, now())
			if now() >= openedAt+int64(h.play) {
				return
			}
		}
	})
	close(items)
	ended.Wait()
	for _, consumer := range consumers {
		consumer.recorder.flush()
	}
	return tally.told()
}
