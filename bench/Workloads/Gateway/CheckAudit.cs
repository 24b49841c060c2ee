using Bench.Measurement.Hosting;

namespace Bench.Workloads;

/// <summary>The audit of all checks of a run, at rest.</summary>
/// <param name="parameters">The case.</param>
/// <param name="batchLimit">Most tokens that a check of this lane may have.</param>
/// <param name="checks">The checks in any order.</param>
internal sealed class CheckAudit(
    GatewayParameters parameters,
    int batchLimit,
    IEnumerable<CheckRecord> checks
)
{
    // Timers are early by up to a tick of the system, and the one who offers may be held up between stamp and buffer.
    private const double TimerSlackNanoseconds = 5e6;
    private const int OfferedButNotYetIn = 1;

    private readonly List<CheckRecord> _checks = [.. checks.OrderBy(check => check.BegunAt)];

    /// <summary>Most accepted requests that waited at once until they were taken up.</summary>
    public int MostWaiting { get; } = MostAtOnce([.. checks]);

    /// <summary>Tokens of an average check.</summary>
    public double MeanTokens => _checks.Count == 0 ? 0 : _checks.Average(check => check.Requests.Count);

    /// <summary>Every answered request in one check; sizes, bounds and service times kept.</summary>
    /// <param name="findings">Takes the violations.</param>
    /// <param name="answered">Requests that were answered.</param>
    public void CheckBounds(Findings findings, long answered)
    {
        var tokens = _checks.Sum(check => (long)check.Requests.Count);
        var numbers = _checks
            .SelectMany(check => check.Requests)
            .Select(request => request.Number)
            .ToHashSet();
        findings.ExpectEqual(answered, numbers.Count, "answered requests whose token was checked");
        findings.ExpectEqual(numbers.Count, tokens, "tokens checked once each");
        findings.Expect(
            _checks.TrueForAll(check => check.Requests.Count <= batchLimit),
            $"a check has more tokens than the limit of {batchLimit}"
        );
        findings.Expect(
            _checks.TrueForAll(check => check.EndedAt - check.BegunAt >= check.ServiceTime.TotalNanoseconds),
            "a check was over before the backend can have answered it"
        );

        // Beside those in the buffer, those of the batch that is open.
        var room = parameters.BufferCapacity + batchLimit + OfferedButNotYetIn;
        findings.Expect(
            parameters.BufferCapacity == 0 || MostWaiting <= room,
            $"more requests waited at once ({MostWaiting}) than buffer and open batch hold ({room})"
        );
    }

    /// <summary>A batch goes when it is full or has lingered, neither before nor long after.</summary>
    /// <param name="findings">Takes the violations.</param>
    /// <param name="patience">How late a batch may go, for a busy machine.</param>
    public void CheckLinger(Findings findings, TimeSpan patience)
    {
        // Without batches nothing lingers: who is slow then has long latencies, and is not wrong.
        if (batchLimit == 1)
        {
            return;
        }

        var linger = parameters.LingerMilliseconds * 1e6;
        findings.Expect(
            _checks.TrueForAll(check =>
                check.Requests.Count == batchLimit || check.OldestWaited >= linger - TimerSlackNanoseconds
            ),
            "a check began before its batch was full or had lingered"
        );

        // Most, not all: a busy machine may be late with some.
        var late = Due(linger).Count(due => due.Check.BegunAt - due.At > patience.TotalNanoseconds);
        findings.Expect(
            2 * late <= _checks.Count,
            "most checks began long after a connection was free and the batch full or past its linger"
        );
    }

    private static int MostAtOnce(List<CheckRecord> checks)
    {
        var waiting = new HandoffTimeline(producers: 1, consumers: 1);
        foreach (var offeredAt in checks.SelectMany(Offers).Order())
        {
            waiting.Offered(0, offeredAt);
        }

        foreach (var check in checks.OrderBy(check => check.BegunAt))
        {
            foreach (var _ in check.Requests)
            {
                waiting.Taken(0, check.BegunAt);
            }
        }

        return waiting.MostAtOnce();
    }

    private static IEnumerable<long> Offers(CheckRecord check) =>
        check.Requests.Select(request => request.OfferedAt);

    // A batch is due when a connection is free and it is full, or the linger has passed since both it and a connection were there.
    private IEnumerable<(CheckRecord Check, double At)> Due(double linger)
    {
        var (busy, freeSince, ended) = (0, long.MinValue, 0);
        var ends = _checks.Select(check => check.EndedAt).Order().ToArray();
        foreach (var check in _checks)
        {
            for (; ended < ends.Length && ends[ended] <= check.BegunAt; ended++, busy--)
            {
                freeSince = busy == parameters.ConcurrencyLimit ? ends[ended] : freeSince;
            }

            var (oldest, newest) = (check.Requests[0].OfferedAt, check.Requests[^1].OfferedAt);
            yield return (
                check,
                check.Requests.Count == batchLimit
                    ? Math.Max(newest, freeSince)
                    : Math.Max(oldest, freeSince) + linger
            );
            busy++;
        }
    }
}
