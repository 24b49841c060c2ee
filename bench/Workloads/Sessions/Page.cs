using Bench.Measurement;
using Bench.Measurement.Clocks;

namespace Bench.Workloads;

/// <summary>
/// A page that is being put together. Different parts may be asked for by different units at once; that a part's
/// needs are met first, and are seen by who asks for it, is the model's part.
/// </summary>
public sealed class Page
{
    private readonly PagePlan _plan;
    private readonly PageRequest _request;
    private readonly ulong[] _asked;
    private readonly ulong[] _contents;
    private readonly long[] _begunAt;
    private readonly int[] _begun;
    private readonly int[] _ended;
    private readonly bool[] _tooEarly;
    private readonly int[] _missing;

    internal Page(PagePlan plan, PageRequest request)
    {
        _plan = plan;
        _request = request;
        _asked = new ulong[plan.Parts];
        _contents = new ulong[plan.Parts];
        _begunAt = new long[plan.Parts];
        _begun = new int[plan.Parts];
        _ended = new int[plan.Parts];
        _tooEarly = new bool[plan.Parts];
        _missing = [.. Enumerable.Range(0, plan.Parts).Select(part => plan.Needs(part).Count)];
    }

    /// <summary>Number of the request that the page answers.</summary>
    public long Number => _request.Number;

    /// <summary>Number of parts.</summary>
    public int Parts => _plan.Parts;

    /// <summary>The part with which the page is done.</summary>
    public int Last => _plan.Last;

    /// <summary>Fingerprint of the page, which depends on every part.</summary>
    public ulong Content => _contents[Last];

    /// <summary>Parts that were not asked for and answered exactly once.</summary>
    public int PartsNotOnce =>
        Enumerable.Range(0, Parts).Count(part => (_begun[part], _ended[part]) != (1, 1));

    /// <summary>Parts that were asked for before all that they need was known.</summary>
    public int PartsTooEarly => _tooEarly.Count(early => early);

    /// <summary>Parts that had not been asked for by a time, nanoseconds.</summary>
    public int PartsLeftAt(long time) => Parts - _begunAt.Count(at => at > 0 && at <= time);

    /// <summary>Parts that were asked for after a time, nanoseconds.</summary>
    public int PartsBegunAfter(long time) => _begunAt.Count(at => at > time);

    /// <summary>The parts that must be known before a part can be asked for.</summary>
    public IReadOnlyList<int> Needs(int part) => _plan.Needs(part);

    /// <summary>Writes the question to the backend, from all that the part needs.</summary>
    /// <returns>The call to make.</returns>
    public PartRequest Begin(int part)
    {
        _begunAt[part] = SystemClock.Timestamp;
        _begun[part]++;
        var question = SplitMix64.Mix((ulong)Number ^ SplitMix64.Mix((ulong)part));
        foreach (var need in Needs(part))
        {
            _tooEarly[part] |= _ended[need] == 0;
            question = SplitMix64.Mix(question ^ _contents[need]);
        }

        _asked[part] = question;
        return new(Number, part, _request.ServiceTimes[part]);
    }

    /// <summary>Takes the backend's answer.</summary>
    public void End(int part)
    {
        _contents[part] = SplitMix64.Mix(_asked[part]);
        _ended[part]++;
    }

    /// <summary>
    /// The parts for which <paramref name="part"/> was the last thing missing. For one unit at a time, once for each
    /// part.
    /// </summary>
    public IReadOnlyList<int> ReadyAfter(int part)
    {
        var ready = new List<int>();
        foreach (var next in _plan.NeededBy(part))
        {
            if (--_missing[next] == 0)
            {
                ready.Add(next);
            }
        }

        return ready;
    }
}
