package main

import (
	"bytes"
	"strconv"
	"sync"
)

func init() { workloads["pipeline"] = newPipeline }

const (
	highestQuantity = 100
	highestPrice    = 10_000
)

// A few goroutines for each stage, with a channel of limited room between one stage and the next.
type pipeline struct {
	items, keys, parsers, enrichers, room                   int
	parseRounds, enrichRounds, aggregateRounds, writeRounds int
	texts                                                   [][]byte
}

type pipelineItem struct {
	offeredAt             int64
	text                  []byte
	number, key, quantity int
	cents                 int64
	digest                uint64
}

func newPipeline(c theCase) workload {
	p := &pipeline{
		c.number("items"), c.number("keys"), c.number("parseWorkers"), c.number("enrichWorkers"), c.number("handOffCapacity"),
		c.number("parseRounds"), c.number("enrichRounds"), c.number("aggregateRounds"), c.number("writeRounds"), nil,
	}
	for number := 0; number < p.items; number++ {
		p.texts = append(p.texts, itemText(c.seed(), number, p.keys))
	}
	return p
}

// Number, key and quantity.
func itemText(seed uint64, number, keys int) []byte {
	random := splitMixFor(seed, int64(number))
	text := append(strconv.AppendInt(nil, int64(number), 10), ';')
	text = append(strconv.AppendInt(text, int64(random.below(keys)), 10), ';')
	return strconv.AppendInt(text, int64(1+random.below(highestQuantity)), 10)
}

func (p *pipeline) Iterate(run *iteration) map[string]any {
	raw := make(chan *pipelineItem, p.room)
	parsed := make(chan *pipelineItem, p.room)
	enriched := make(chan *pipelineItem, p.room)
	aggregated := make(chan *pipelineItem, p.room)
	cents := make([]int64, p.keys)
	var stages, written sync.WaitGroup
	written.Add(p.items)
	out := &pipelineOutput{times: make([]int64, p.items)}

	stage(run.units, &stages, p.parsers, raw, parsed, p.parse)
	stage(run.units, &stages, p.enrichers, parsed, enriched, p.enrich)
	stage(run.units, &stages, 1, enriched, aggregated, func(item *pipelineItem) *pipelineItem {
		cents[item.key] += item.cents
		return &pipelineItem{offeredAt: item.offeredAt, number: item.number, digest: work(item.digest, p.aggregateRounds)}
	})
	stages.Add(1)
	go func() {
		run.units.enter()
		defer stages.Done()
		defer run.units.leave()
		for item := range aggregated {
			out.write(item, p.writeRounds)
			written.Done()
		}
	}()

	run.MeasureFrom(func(int64) {
		go func() {
			run.units.enter()
			defer run.units.leave()
			for _, text := range p.texts {
				raw <- &pipelineItem{offeredAt: now(), text: text}
			}
			close(raw)
		}()
		written.Wait()
	})
	stages.Wait()
	run.units.await(0)
	out.recorder.flush()
	return map[string]any{"cents": cents, "times": out.times, "checksum": strconv.FormatUint(out.checksum, 10)}
}

// Starts the workers of a stage; the last of them to end closes what they write to.
func stage(units *unitCounter, stages *sync.WaitGroup, workers int, from <-chan *pipelineItem, to chan<- *pipelineItem, do func(*pipelineItem) *pipelineItem) {
	var working sync.WaitGroup
	working.Add(workers)
	stages.Add(1)
	for worker := 0; worker < workers; worker++ {
		go func() {
			units.enter()
			defer working.Done()
			defer units.leave()
			for item := range from {
				to <- do(item)
			}
		}()
	}
	go func() {
		defer stages.Done()
		working.Wait()
		close(to)
	}()
}

func (p *pipeline) parse(item *pipelineItem) *pipelineItem {
	fields := bytes.Split(item.text, []byte{';'})
	number, key, quantity := field(fields[0]), field(fields[1]), field(fields[2])
	digest := mix(uint64(number)<<32 ^ uint64(key)<<16 ^ uint64(quantity))
	return &pipelineItem{offeredAt: item.offeredAt, number: number, key: key, quantity: quantity, digest: work(digest, p.parseRounds)}
}

func (p *pipeline) enrich(item *pipelineItem) *pipelineItem {
	cents := int64(item.quantity) * int64(1+mix(uint64(item.key))%highestPrice)
	return &pipelineItem{offeredAt: item.offeredAt, number: item.number, key: item.key, cents: cents, digest: work(item.digest^uint64(cents), p.enrichRounds)}
}

func field(text []byte) (number int) {
	for _, digit := range text {
		number = 10*number + int(digit-'0')
	}
	return number
}

// Mixes over and over; each round needs the one before.
func work(digest uint64, rounds int) uint64 {
	for round := 0; round < rounds; round++ {
		digest = mix(digest)
	}
	return digest
}

// Where items end; one goroutine at a time writes.
type pipelineOutput struct {
	times    []int64
	checksum uint64
	recorder recorder
}

func (out *pipelineOutput) write(item *pipelineItem, rounds int) {
	out.times[item.number]++
	out.checksum += work(item.digest, rounds)
	out.recorder.record(now() - item.offeredAt)
}
