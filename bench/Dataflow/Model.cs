using Bench.Measurement.Hosting;

[assembly: Model(
    "dataflow",
    "TPL Dataflow",
    "Blocks that run a delegate on each message, with a buffer, bound and degree of parallelism each, linked to a graph.",
    OnRequest = true
)]
[assembly: NotANaturalFit(
    "forkjoin",
    "A graph of blocks is laid out before its messages come: a tree that forks as it runs would make a block for every node and throw it away after one message."
)]
[assembly: NotANaturalFit(
    "predictable",
    "Blocks know no time: the timer that posts the ticks decides how punctual they are, and .NET's timers are measured with tasks and channels."
)]
[assembly: NotANaturalFit(
    "scopes",
    "A block lives as long as its graph, not as long as a request: children that must end with the request that started them are tasks, awaited together."
)]
[assembly: ConcurrencyPrimitive("ActionBlock", "ActionBlock", "ITargetBlock")]
[assembly: ConcurrencyPrimitive("TransformBlock", "TransformBlock", "TransformManyBlock")]
[assembly: ConcurrencyPrimitive("BufferBlock", "BufferBlock", "WriteOnceBlock", "BroadcastBlock")]
[assembly: ConcurrencyPrimitive("BatchBlock", "BatchBlock", "TriggerBatch")]
[assembly: ConcurrencyPrimitive("JoinBlock", "JoinBlock", "BatchedJoinBlock")]
[assembly: ConcurrencyPrimitive(
    "DataflowBlockOptions",
    "DataflowBlockOptions",
    "ExecutionDataflowBlockOptions",
    "GroupingDataflowBlockOptions"
)]
[assembly: ConcurrencyPrimitive("LinkTo", "LinkTo", "DataflowLinkOptions")]
[assembly: NotANaturalFit(
    "scenario",
    "A request's calls must end with the request, which are tasks awaited together; what blocks needs threads of its own, which blocks do not have. Left for blocks is the queue before it all."
)]
