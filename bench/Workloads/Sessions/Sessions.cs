using System.Collections.Concurrent;
using Bench.Measurement;
using Bench.Measurement.Backend;
using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>
/// Pages of a shop, each put together from parts that the backend serves; some parts need others first. A lane
/// fetches them at once where it can, or one after the other. Source: the article's e-commerce case.
/// </summary>
public abstract class Sessions : ServiceWorkload<SessionsParameters, PageRequest, Page>
{
    private readonly ConcurrentDictionary<long, Page> _begun = new();
    private readonly List<(PageRequest Request, Page Page)> _pages = [];
    private readonly List<(long Number, long DeadlineAt)> _late = [];
    private PagePlan _plan = null!;

    public override WorkloadFacts Facts =>
        new(
            "sessions",
            "Pages put together from parts",
            "Pages are asked for at a rate; each is put together from backend calls, the user's first, the last from all others.",
            "One page: from the moment it was meant to be asked for until it is complete or the deadline; a refused one has no latency.",
            "p50"
        );

    /// <summary>The services behind the page.</summary>
    protected ServiceBackend<PartRequest> Backend { get; private set; } = null!;

    protected override (TimeSpan WarmUp, TimeSpan Measured, TimeSpan Deadline) Timing =>
        (
            TimeSpan.FromMilliseconds(Parameters.WarmUpMilliseconds),
            TimeSpan.FromMilliseconds(Parameters.MeasuredMilliseconds),
            TimeSpan.FromMilliseconds(Parameters.DeadlineMilliseconds)
        );

    protected override IEnumerable<Configuration<SessionsParameters>> Configurations
    {
        get
        {
            var brief = new SessionsParameters { WarmUpMilliseconds = 200, MeasuredMilliseconds = 300 };
            yield return new(Presets.Smoke, brief);
            yield return new(
                Presets.Smoke,
                brief with
                {
                    SlowPartMilliseconds = 100,
                    DeadlineMilliseconds = 130,
                    PageBound = 12,
                }
            );
            yield return new(Presets.Quick, brief with { MeasuredMilliseconds = 700 });

            // The slow part alone takes 50–150 ms: of pages fetched at once a third is late, one after the other nearly all.
            yield return new(
                Presets.Standard | Presets.Full,
                new() { SlowPartMilliseconds = 100, DeadlineMilliseconds = 130 }
            );

            // 16 calls at once serve 145 pages a second, so the 40 that the service may hold are always there and the rest refused.
            yield return new(
                Presets.Standard | Presets.Full,
                new()
                {
                    RatePerSecond = 240,
                    BackendLimit = 16,
                    PageBound = 40,
                }
            );
            yield return new(Presets.Standard | Presets.Full, new());
            yield return new(Presets.Standard | Presets.Full, new() { Parts = 20 });
            yield return new(Presets.Full, new() { Parts = 5 });
            yield return new(Presets.Full, new() { SlowPartMilliseconds = 40 });

            // 110 ms of calls a page: 480 pages a second keep 53 of the 64 calls busy.
            yield return new(Presets.Full, new() { RatePerSecond = 480, WarmUpMilliseconds = 1_000 });
            yield return new(Presets.Full, new() { SlowPartMilliseconds = 10 });
        }
    }

    protected override IArrivals Arrivals(long origin) =>
        new OpenLoop(origin, Profile.Constant(Parameters.RatePerSecond), ArrivalProcess.Poisson, Seed);

    protected override PageRequest Request(long number)
    {
        var random = SplitMix64.For(Seed, number);
        var times = new TimeSpan[Parameters.Parts];
        for (var part = 0; part < times.Length; part++)
        {
            var mean = part == PagePlan.Slow ? Parameters.SlowPartMilliseconds : Parameters.PartMilliseconds;
            times[part] = TimeSpan.FromMicroseconds((mean * 500) + random.Next((mean * 1_000) + 1));
        }

        return new PageRequest(number, times);
    }

    /// <summary>A page of which nothing is known yet.</summary>
    protected Page NewPage(PageRequest request) => _begun[request.Number] = new(_plan, request);

    /// <summary>Answers with a page that has all its parts, or drops it when its deadline has passed.</summary>
    protected static void Answer(Call<PageRequest, Page> call, Page page)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (call.IsCancelled)
        {
            call.Abandon();
        }
        else
        {
            call.Complete(page);
        }
    }

    protected override IEnumerable<Configuration<SessionsParameters>> ConfigurationsOn(string backend)
    {
        var some = new SessionsParameters
        {
            Backend = backend,
            BackendLimit = RealBackends.Limit,
            PartMilliseconds = 2,
            SlowPartMilliseconds = 4,
            RatePerSecond = 200,
            WarmUpMilliseconds = 1_000,
            MeasuredMilliseconds = 1_000,
        };
        yield return new(Presets.Smoke, some);
        yield return new(Presets.Quick, some with { MeasuredMilliseconds = 3_000 });

        // 22 ms of calls a page: 200 pages a second keep 4 or 5 of the 16 calls busy.
        yield return new(
            Presets.Standard | Presets.Full,
            some with
            {
                WarmUpMilliseconds = 2_000,
                MeasuredMilliseconds = 6_000,
            }
        );
    }

    protected override void PrepareIteration()
    {
        Backend = NewBackend<PartRequest>(
            Parameters.Backend,
            Parameters.BackendLimit,
            part => part.ServiceTime
        );
        _plan = new PagePlan(Parameters.Parts);
        _begun.Clear();
        _pages.Clear();
        _late.Clear();
    }

    protected override void Ended(Call<PageRequest, Page> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (call.Outcome == CallOutcome.Completed)
        {
            _pages.Add((call.Request, call.Reply!));
        }
        else if (call.Outcome == CallOutcome.TimedOut)
        {
            _late.Add((call.Request.Number, call.IntendedAt + (long)Timing.Deadline.TotalNanoseconds));
        }
    }

    protected override void FinishIteration() => Backend.EndLoad();

    protected override void Check(Findings findings)
    {
        base.Check(findings);
        findings.ExpectEqual(0, _pages.Sum(item => item.Page.PartsNotOnce), "parts not fetched exactly once");
        findings.ExpectEqual(
            0,
            _pages.Sum(item => item.Page.PartsTooEarly),
            "parts fetched before what they need"
        );
        findings.Expect(
            _pages.All(item => item.Page.Number == item.Request.Number),
            "a caller got the page of another"
        );
        findings.Expect(
            _pages.All(item => item.Page.Content == Oracle(item.Request).Content),
            "a page differs from the sequential oracle's"
        );
        findings.Expect(
            Backend.MostAtOnce <= Parameters.BackendLimit,
            $"more backend calls at once ({Backend.MostAtOnce}) than the limit of {Parameters.BackendLimit}"
        );
        findings.Expect(
            MostHeld <= Parameters.PageBound,
            $"more pages held at once ({MostHeld}) than the bound of {Parameters.PageBound}"
        );

        // Half, since a lane may count a page a moment longer than its caller waits for it.
        findings.Expect(
            FewestHeldAtRefusal is null || 2 * FewestHeldAtRefusal >= Parameters.PageBound,
            "a page was refused although there was room"
        );
        CheckLatePages(findings);
    }

    // Most, not all: a part may be asked for while the deadline is being signalled.
    private void CheckLatePages(Findings findings)
    {
        var (left, begun) = (0, 0);
        foreach (var (number, deadlineAt) in _late)
        {
            var page = _begun.GetValueOrDefault(number);
            left += page?.PartsLeftAt(deadlineAt) ?? Parameters.Parts;
            begun += page?.PartsBegunAfter(deadlineAt) ?? 0;
        }

        findings.Expect(
            2 * begun <= left,
            "most of what late pages still lacked was asked for after their deadline"
        );
    }

    private Page Oracle(PageRequest request)
    {
        var page = new Page(_plan, request);
        for (var part = 0; part < page.Parts; part++)
        {
            page.Begin(part);
            page.End(part);
        }

        return page;
    }
}
