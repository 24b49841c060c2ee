using Bench.Measurement;

namespace Bench.Workloads;

/// <summary>
/// One request on its way: its backend calls may be made by several units at once, each call by one at a time, and everything
/// else is for one unit when all calls have been answered. That this unit sees what they did is the model's part.
/// </summary>
public sealed class ScenarioRequest
{
    private readonly ScenarioPlan _plan;
    private readonly int[] _tries;
    private readonly bool[] _fails;

    internal ScenarioRequest(long number, ScenarioPlan plan)
    {
        _plan = plan;
        Number = number;
        (Key, IsBlocking) = plan.Of(number);
        _tries = new int[plan.Parameters.Calls];
        _fails = new bool[plan.Parameters.Calls];
    }

    /// <summary>Permanent number of the request in its run.</summary>
    public long Number { get; }

    /// <summary>Index of the key that it updates.</summary>
    public int Key { get; }

    /// <summary>True when each of its backend calls holds the thread that makes it.</summary>
    public bool IsBlocking { get; }

    /// <summary>Backend calls to be made at once.</summary>
    public int Calls => _tries.Length;

    /// <summary>Some call's last try has failed; for when all calls have been answered.</summary>
    public bool HasFailed => Array.Exists(_fails, fails => fails);

    /// <summary>A call is tried, for the first time or again.</summary>
    /// <returns>The service time to ask the backend for.</returns>
    public TimeSpan Begin(int call)
    {
        var (serviceTime, fails) = _plan.Try(Number, call, _tries[call]);
        _fails[call] = fails;
        _tries[call]++;
        return serviceTime;
    }

    /// <summary>The backend has answered: true when the call is to be tried again.</summary>
    public bool MustTryAgain(int call) => _fails[call] && _tries[call] <= _plan.Parameters.Retries;

    /// <summary>The request's own work on a processor.</summary>
    public void Work() => Result = WorkOf(Number, _plan.Parameters);

    /// <summary>What the work must come to.</summary>
    internal static ulong WorkOf(long number, ScenarioParameters parameters) =>
        PipelineKernel.Work(SplitMix64.Mix((ulong)number), parameters.WorkRounds);

    /// <summary>What the work came to; null before.</summary>
    internal ulong? Result { get; private set; }

    /// <summary>Times that it updated its key.</summary>
    internal int Updates { get; set; }

    /// <summary>Tries of each call so far.</summary>
    internal IReadOnlyList<int> Tries => _tries;
}
