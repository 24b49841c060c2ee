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
    private readonly List<(PageRequest Request, Page Page)> _pages = [];
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
    protected SimulatedBackend Backend { get; private set; } = null!;

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
            yield return new(Presets.Quick, brief with { MeasuredMilliseconds = 700 });

            foreach (var parts in new[] { 5, 10, 20 })
            {
                yield return new(Presets.Standard | Presets.Full, new() { Parts = parts });
            }

            yield return new(Presets.Standard | Presets.Full, new() { SlowPartMilliseconds = 40 });

            // 110 ms of calls a page: 480 pages a second keep 53 of the 64 calls busy.
            yield return new(
                Presets.Standard | Presets.Full,
                new() { RatePerSecond = 480, WarmUpMilliseconds = 1_000 }
            );
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
    protected Page NewPage(PageRequest request) => new(_plan, request);

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

    protected override void PrepareIteration()
    {
        Backend = NewBackend();
        _plan = new PagePlan(Parameters.Parts);
        _pages.Clear();
    }

    protected override void Ended(Call<PageRequest, Page> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (call.Outcome == CallOutcome.Completed)
        {
            _pages.Add((call.Request, call.Reply!));
        }
    }

    protected override void FinishIteration() => Backend.Dispose();

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
    }

    private Page Oracle(PageRequest request)
    {
        var page = NewPage(request);
        for (var part = 0; part < page.Parts; part++)
        {
            page.Begin(part);
            page.End(part);
        }

        return page;
    }
}
