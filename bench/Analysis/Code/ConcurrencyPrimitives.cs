using System.Collections.Frozen;
using Bench.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bench.Analysis.Code;

/// <summary>
/// What a reader of concurrent code has to know: primitives, by the names under which code meets them. Parts of one primitive (a
/// channel's reader and writer) are one.
/// </summary>
public sealed class ConcurrencyPrimitives
{
    // Before Known, which is made of it.
    private static readonly ConcurrencyPrimitive[] s_known = All(
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
        (
            "Actor",
            "ActorSystem IActorRef ActorRefs Props UntypedActor ReceiveActor ActorBase UntypedPersistentActor"
        ),
        ("Tell", "Tell Forward"),
        ("Ask", "Ask"),
        ("Become", "Become BecomeStacked UnbecomeStacked"),
        ("Stash", "Stash IWithStash IWithUnboundedStash IWithUnrestrictedStash"),
        (
            "Supervision",
            "SupervisorStrategy OneForOneStrategy AllForOneStrategy Directive Watch Unwatch Terminated"
        ),
        (
            "ActorTimers",
            "IWithTimers StartSingleTimer StartPeriodicTimer ScheduleTellOnce ScheduleTellRepeatedly"
        ),
        ("Mailbox", "DefaultMailbox IDispatcher"),
        ("PoisonPill", "PoisonPill GracefulStop")
    );

    private readonly FrozenDictionary<string, string> _names;

    private ConcurrencyPrimitives(IEnumerable<ConcurrencyPrimitive> all) =>
        _names = all.SelectMany(primitive =>
                primitive.Identifiers.Select(identifier => (identifier, primitive.Name))
            )
            .DistinctBy(pair => pair.identifier)
            .ToFrozenDictionary(pair => pair.identifier, pair => pair.Name, StringComparer.Ordinal);

    /// <summary>
    /// Those of .NET and of Akka.NET, the article's actors, whose lanes older runs kept without a word on it. Every other library is
    /// named by the model that uses it: see <see cref="ModelFacts.Primitives"/>.
    /// </summary>
    public static ConcurrencyPrimitives Known { get; } = new(s_known);

    /// <summary>These and those that a model's library adds.</summary>
    public static ConcurrencyPrimitives Of(ModelFacts model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Primitives.Count == 0 ? Known : new(s_known.Concat(model.Primitives));
    }

    /// <summary>The primitive that a token names, or null.</summary>
    internal string? Of(SyntaxToken token) =>
        token.Kind() switch
        {
            SyntaxKind.LockKeyword => "lock",
            SyntaxKind.AwaitKeyword => "await",
            SyntaxKind.VolatileKeyword => "Volatile",
            SyntaxKind.IdentifierToken => _names.GetValueOrDefault(token.ValueText),
            _ => null,
        };

    private static ConcurrencyPrimitive[] All(params (string Name, string Identifiers)[] all) =>
        [.. all.Select(entry => new ConcurrencyPrimitive(entry.Name, entry.Identifiers.Split(' ')))];
}
