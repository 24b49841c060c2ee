using System.Globalization;

namespace Bench.Workloads;

/// <summary>A scenario in words, for those who read a report of it.</summary>
public static class ScenarioText
{
    /// <summary>What is done, in a few sentences.</summary>
    public static string Of(ScenarioParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return string.Join(
            ' ',
            Sentences(parameters).Where(sentence => sentence.Length > 0).Select(sentence => $"{sentence}.")
        );
    }

    private static IEnumerable<string> Sentences(ScenarioParameters parameters) =>
        [
            Arrivals(parameters) + Change(parameters),
            Calls(parameters),
            Failures(parameters),
            Blocking(parameters),
            Work(parameters),
            Limits(parameters),
        ];

    private static string Arrivals(ScenarioParameters parameters) =>
        parameters.Arrivals switch
        {
            ScenarioArrivals.Users =>
                $"{Counted(parameters.Users, "user")} ask, wait for the answer and think for {Time(parameters.ThinkMilliseconds)} on average before they ask again",
            ScenarioArrivals.Poisson =>
                $"Independent callers send {Number(parameters.RatePerSecond)} requests a second (Poisson)",
            _ => $"{Number(parameters.RatePerSecond)} requests a second come evenly spaced",
        };

    private static string Change(ScenarioParameters parameters)
    {
        var load =
            parameters.Arrivals == ScenarioArrivals.Users
                ? Counted(parameters.ChangesTo, "user")
                : $"{Number(parameters.ChangesTo)}/s";
        return parameters.Change switch
        {
            LoadChange.Step => $"; from the middle of the window on {load}",
            LoadChange.Ramp => $"; over the window this becomes {load}",
            LoadChange.Spike => $"; in the middle third of the window {load}",
            _ => "",
        };
    }

    private static string Calls(ScenarioParameters parameters)
    {
        var spread = parameters.Service switch
        {
            ServiceDistribution.Exponential => " on average (exponential)",
            ServiceDistribution.Lognormal =>
                $" on average, in 99 of 100 cases at most {Time(parameters.ServiceP99Microseconds / 1e3)} (lognormal)",
            _ => parameters.Calls > 1 ? " each" : "",
        };
        var capacity =
            parameters.BackendCapacity == 0
                ? ""
                : $"; the backend serves {Number(parameters.BackendCapacity)} of them at once, for all requests together";
        return $"A request makes {Counted(parameters.Calls, "backend call")}{(parameters.Calls > 1 ? " at once" : "")}, of {Time(parameters.ServiceMeanMicroseconds / 1e3)}{spread}{capacity}";
    }

    private static string Failures(ScenarioParameters parameters)
    {
        var again =
            parameters.Retries == 0
                ? "its request fails with it"
                : $"a call is tried again up to {Counted(parameters.Retries, "time")} before its request fails";
        return parameters.FailuresPerThousand == 0
            ? ""
            : $"Of a thousand tries of a call {Number(parameters.FailuresPerThousand)} {(parameters.FailuresPerThousand == 1 ? "fails" : "fail")}; {again}";
    }

    private static string Blocking(ScenarioParameters parameters) =>
        parameters.BlockingPercent == 0
            ? ""
            : $"The calls of {Number(parameters.BlockingPercent)} % of the requests hold the thread that makes them; models without threads of their own keep {Number(parameters.BlockingThreads)} for these";

    private static string Work(ScenarioParameters parameters)
    {
        var update = parameters.UpdateRounds == 0 ? "" : $" ({Counted(parameters.UpdateRounds, "round")})";
        var choice = parameters.KeyChoice == KeyChoice.Skewed ? "drawn by Zipf's law" : "drawn evenly";
        var work =
            parameters.WorkRounds == 0
                ? ""
                : $"works for {Counted(parameters.WorkRounds, "round")} of mixing on a processor and ";
        return $"A request whose calls have been answered {work}updates one of {Counted(parameters.Keys, "key")}{update}, {choice}, which nobody else may touch meanwhile";
    }

    private static string Limits(ScenarioParameters parameters)
    {
        var deadline =
            parameters.DeadlineMilliseconds == 0
                ? ""
                : $"; what is not answered within {Time(parameters.DeadlineMilliseconds)} has failed";
        return $"{Counted(parameters.ConcurrencyLimit, "request")} may be in work at once and {Number(parameters.QueueBound)} may wait; beyond that they are refused{deadline}";
    }

    private static string Counted(int count, string what) =>
        $"{Number(count)} {what}{(count == 1 ? "" : "s")}";

    private static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Time(double milliseconds) =>
        milliseconds >= 1_000
            ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1_000:0.###} s")
            : string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.###} ms");
}
