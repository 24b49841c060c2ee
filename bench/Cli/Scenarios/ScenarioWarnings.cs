using System.Globalization;
using Bench.Workloads;

namespace Bench.Cli.Scenarios;

/// <summary>What a scenario may say but can hardly mean, by what queueing theory knows without a measurement.</summary>
internal static class ScenarioWarnings
{
    private const int FewRequests = 1_000;

    /// <summary>The part of the file that it comes from, and what is to be thought about.</summary>
    public static IEnumerable<(string Part, string Text)> Of(ScenarioParameters parameters)
    {
        if (LeastMilliseconds(parameters) is var least && IsBeyondDeadline(parameters, least))
        {
            yield return (
                "limits",
                Text(
                    $"no request can be answered within {parameters.DeadlineMilliseconds} ms: {Fan(parameters)} take {least:0.###} ms at least; allow more, or make the backend quicker or larger"
                )
            );
        }

        var rate = RatePerSecond(parameters);
        if (
            parameters.BackendCapacity > 0
            && Demand(parameters, rate) is var busy
            && busy > parameters.BackendCapacity
        )
        {
            yield return (
                "backend",
                Text(
                    $"the load keeps {busy:0.#} calls with the backend, which serves {parameters.BackendCapacity} at once: its queue grows until requests are late or refused"
                )
            );
        }

        if (rate * MeanMilliseconds(parameters) / 1e3 is var inWork && inWork > parameters.ConcurrencyLimit)
        {
            yield return (
                "limits",
                Text(
                    $"the load keeps {inWork:0.#} requests in work, and 'concurrency' allows {parameters.ConcurrencyLimit}: the rest waits and is late or refused"
                )
            );
        }

        if (
            Demand(parameters, rate) * parameters.BlockingPercent / 100 is var blocked
            && blocked > parameters.BlockingThreads
        )
        {
            yield return (
                "blocking",
                Text(
                    $"the load keeps {blocked:0.#} threads blocked, and models without threads of their own keep {parameters.BlockingThreads} for that: give more 'threads' unless that is the question"
                )
            );
        }

        if (rate * parameters.MeasuredMilliseconds / 1e3 is var requests && requests < FewRequests)
        {
            yield return (
                "window",
                Text(
                    $"some {requests:0} requests are measured in a launch: p99 rests on few of them; give more 'measuredMilliseconds'"
                )
            );
        }
    }

    /// <summary>Requests a second; of users, who wait, at most.</summary>
    private static double RatePerSecond(ScenarioParameters parameters) =>
        parameters.Arrivals == ScenarioArrivals.Users
            ? parameters.Users * 1e3 / (parameters.ThinkMilliseconds + MeanMilliseconds(parameters))
            : parameters.RatePerSecond;

    // Little's law, with tries that fail and are made again.
    private static double Demand(ScenarioParameters parameters, double rate) =>
        rate * parameters.Calls * TriesPerCall(parameters) * parameters.ServiceMeanMicroseconds / 1e6;

    private static double TriesPerCall(ScenarioParameters parameters)
    {
        var fails = parameters.FailuresPerThousand / 1e3;
        return Enumerable.Range(0, parameters.Retries + 1).Sum(tries => Math.Pow(fails, tries));
    }

    // Of calls made at once one of mean length is the least that a request waits for.
    private static double MeanMilliseconds(ScenarioParameters parameters) =>
        parameters.ServiceMeanMicroseconds / 1e3;

    // Calls beyond the capacity wait for the others, even with nobody else there; only constant times have a shortest.
    private static double LeastMilliseconds(ScenarioParameters parameters) =>
        parameters.Service != ServiceDistribution.Constant ? 0
        : parameters.BackendCapacity == 0 ? MeanMilliseconds(parameters)
        : Math.Ceiling((double)parameters.Calls / parameters.BackendCapacity) * MeanMilliseconds(parameters);

    private static bool IsBeyondDeadline(ScenarioParameters parameters, double least) =>
        parameters.DeadlineMilliseconds > 0 && least >= parameters.DeadlineMilliseconds;

    private static string Fan(ScenarioParameters parameters) =>
        parameters.BackendCapacity == 0 || parameters.Calls <= parameters.BackendCapacity
            ? "its backend calls"
            : Text($"{parameters.Calls} calls to a backend that serves {parameters.BackendCapacity} at once");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
