using System.Collections.Frozen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bench.Analysis.Code;

/// <summary>
/// What a reader of concurrent code has to know: the primitives of .NET and of the actor libraries, by the names under which
/// code meets them. Parts of one primitive (a channel's reader and writer) are one.
/// </summary>
internal static class ConcurrencyPrimitives
{
    private static readonly FrozenDictionary<string, string> s_names = Names(
        ("Thread", "Thread"),
        ("ThreadPool", "ThreadPool QueueUserWorkItem"),
        ("Monitor", "Monitor"),
        ("lock", "Lock"),
        ("Mutex", "Mutex"),
        ("Semaphore", "Semaphore SemaphoreSlim"),
        ("Barrier", "Barrier"),
        ("CountdownEvent", "CountdownEvent"),
        ("Event", "ManualResetEvent ManualResetEventSlim AutoResetEvent EventWaitHandle"),
        ("ReaderWriterLock", "ReaderWriterLock ReaderWriterLockSlim"),
        ("SpinLock", "SpinLock SpinWait"),
        ("Interlocked", "Interlocked"),
        ("Volatile", "Volatile"),
        ("AsyncLocal", "AsyncLocal ThreadLocal"),
        ("Task", "Task ValueTask TaskFactory"),
        ("TaskCompletionSource", "TaskCompletionSource"),
        ("TaskScheduler", "TaskScheduler ConcurrentExclusiveSchedulerPair"),
        ("Parallel", "Parallel Partitioner ParallelOptions"),
        ("Timer", "Timer PeriodicTimer ITimer CreateTimer"),
        ("CancellationToken", "CancellationToken CancellationTokenSource CancellationTokenRegistration"),
        ("ConcurrentCollection", "ConcurrentDictionary ConcurrentQueue ConcurrentStack ConcurrentBag"),
        ("BlockingCollection", "BlockingCollection"),
        (
            "Channel",
            "Channel ChannelReader ChannelWriter BoundedChannelOptions UnboundedChannelOptions BoundedChannelFullMode"
        ),
        ("Observable", "Observable IObservable IObserver"),
        ("Subject", "Subject ISubject"),
        ("ObserveOn", "ObserveOn SubscribeOn ObserveOnThreadPool"),
        ("RxScheduler", "IScheduler TaskPoolScheduler ThreadPoolScheduler EventLoopScheduler"),
        ("Merge", "Merge"),
        ("SelectAwait", "SelectAwait AwaitOperation"),
        (
            "Actor",
            "ActorSystem IActorRef ActorRefs Props UntypedActor ReceiveActor ActorBase UntypedPersistentActor IActor PID"
        ),
        ("Tell", "Tell Forward"),
        ("ActorContext", "IContext IRootContext RootContext"),
        ("Ask", "Ask RequestAsync"),
        ("Reenter", "ReenterAfter ReenterAfterCancellation"),
        ("Become", "Become BecomeStacked UnbecomeStacked"),
        ("Stash", "Stash IWithStash IWithUnboundedStash IWithUnrestrictedStash"),
        (
            "Supervision",
            "SupervisorStrategy OneForOneStrategy AllForOneStrategy Directive Watch Unwatch Terminated ISupervisorStrategy AlwaysRestartStrategy"
        ),
        (
            "ActorTimers",
            "IWithTimers StartSingleTimer StartPeriodicTimer ScheduleTellOnce ScheduleTellRepeatedly SendOnce SendRepeatedly"
        ),
        ("Mailbox", "DefaultMailbox IDispatcher"),
        ("PoisonPill", "PoisonPill GracefulStop StopAsync PoisonAsync"),
        ("ActionBlock", "ActionBlock ITargetBlock"),
        ("TransformBlock", "TransformBlock TransformManyBlock"),
        ("BufferBlock", "BufferBlock WriteOnceBlock BroadcastBlock"),
        ("BatchBlock", "BatchBlock TriggerBatch"),
        ("JoinBlock", "JoinBlock BatchedJoinBlock"),
        (
            "DataflowBlockOptions",
            "DataflowBlockOptions ExecutionDataflowBlockOptions GroupingDataflowBlockOptions"
        ),
        ("LinkTo", "LinkTo DataflowLinkOptions")
    );

    /// <summary>The primitive that a token names, or null.</summary>
    public static string? Of(SyntaxToken token) =>
        token.Kind() switch
        {
            SyntaxKind.LockKeyword => "lock",
            SyntaxKind.AwaitKeyword => "await",
            SyntaxKind.VolatileKeyword => "Volatile",
            SyntaxKind.IdentifierToken => s_names.GetValueOrDefault(token.ValueText),
            _ => null,
        };

    private static FrozenDictionary<string, string> Names(params (string Primitive, string Names)[] all) =>
        all.SelectMany(entry => entry.Names.Split(' ').Select(name => (name, entry.Primitive)))
            .ToFrozenDictionary(pair => pair.name, pair => pair.Primitive, StringComparer.Ordinal);
}
