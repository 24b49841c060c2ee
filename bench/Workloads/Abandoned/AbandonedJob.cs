using Bench.Measurement;
using Bench.Measurement.Clocks;

namespace Bench.Workloads;

/// <summary>
/// One job: what its source offers, its stage does and its consumer wants. Each of the three is one unit's; they may run at the
/// same time.
/// </summary>
public sealed class AbandonedJob
{
    private readonly AbandonedParameters _parameters;
    private readonly ulong _seed;
    private readonly Action _ended;
    private int _produced;
    private int _taken;

    internal AbandonedJob(int number, AbandonedParameters parameters, ulong seed, Action ended)
    {
        (_parameters, _seed, _ended) = (parameters, SplitMix64.Mix(seed ^ (ulong)number), ended);
        Leaves = number % parameters.LeavesOneIn == 0;
        Wanted = Leaves ? parameters.ItemsBeforeLeaving : parameters.ItemsPerJob;
    }

    /// <summary>True when the consumer goes away midway.</summary>
    public bool Leaves { get; }

    /// <summary>Items that the consumer takes.</summary>
    internal int Wanted { get; }

    /// <summary>Items that the consumer has taken.</summary>
    internal int Taken => Volatile.Read(ref _taken);

    /// <summary>Most items that had been produced and not yet taken.</summary>
    internal int MostUnderWay { get; private set; }

    /// <summary>Items that came out of their turn, were not what the stages make of them, or came after the consumer had gone.</summary>
    internal int Wrong { get; private set; }

    /// <summary>When the consumer had what it wanted, nanoseconds.</summary>
    internal long EndedAt { get; private set; }

    /// <summary>The source's next item; false when there are no more.</summary>
    public bool TryProduce(out AbandonedItem item)
    {
        if (_produced == _parameters.ItemsPerJob)
        {
            item = null!;
            return false;
        }

        var payload = new byte[_parameters.PayloadBytes];
        item = new(_produced, Raw(_produced), payload);
        _produced++;
        MostUnderWay = Math.Max(MostUnderWay, _produced - Taken);
        return true;
    }

    /// <summary>The stage's work.</summary>
    public AbandonedItem Treat(AbandonedItem item) => item with { Value = Treated(item.Value) };

    /// <summary>The consumer takes an item.</summary>
    /// <returns>True when it wants more; false when it goes away, or has had all that there are.</returns>
    public bool Consume(AbandonedItem item)
    {
        var isRight = item.Number == _taken && _taken < Wanted && item.Value == Treated(Raw(_taken));
        Wrong += isRight ? 0 : 1;
        Volatile.Write(ref _taken, _taken + 1);
        if (_taken < Wanted)
        {
            return true;
        }

        if (_taken == Wanted)
        {
            EndedAt = SystemClock.Timestamp;
            _ended();
        }

        return false;
    }

    private ulong Raw(int number) => SplitMix64.Mix(_seed ^ (ulong)number);

    private ulong Treated(ulong value) => PipelineKernel.Work(value, _parameters.StageRounds);
}
