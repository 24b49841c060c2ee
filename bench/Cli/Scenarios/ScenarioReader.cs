using System.Text.Json;
using Bench.Results;
using Bench.Results.Json;
using Bench.Workloads;

namespace Bench.Cli.Scenarios;

/// <summary>Reads a scenario: JSON with comments, every field checked. Whatever is left out has the default that bench/docs/scenario.md names.</summary>
/// <param name="utf8">What the file holds.</param>
/// <param name="path">The file as the user named it.</param>
internal sealed class ScenarioReader(byte[] utf8, string path)
{
    private const int SchemaVersion = 1;
    private const int MostPerSecond = 1_000_000;
    private const int MostMilliseconds = 3_600_000;
    private const int MostServiceMilliseconds = 600_000;
    private const int MostRequests = 1_000_000;
    private const int MostAtOnce = 100_000;
    private const int MostCalls = 64;
    private const int MostRetries = 10;
    private const int MostThreads = 8_000;
    private const int MostRounds = 100_000_000;
    private const int MostKeys = 10_000;
    private const int MostTitle = 100;
    private readonly JsonSource _source = new(path, TellsColumns: true);

    /// <exception cref="ResultsException">Something is wrong; the message names line and column and says what is expected.</exception>
    public ScenarioFile Read()
    {
        var root = new JsonFields(
            _source,
            "the scenario",
            _source.Read(utf8),
            "schemaVersion",
            "title",
            "arrivals",
            "limits",
            "backend",
            "blocking",
            "work",
            "state",
            "window"
        );
        CheckVersion(new(root));
        var title = Title(new(root));
        var parameters = Arrivals(root, new());
        parameters = Limits(root, parameters);
        parameters = Backend(root, parameters);
        parameters = Blocking(root, parameters);
        parameters = State(root, parameters);
        return new(
            _source.File,
            title,
            parameters,
            utf8,
            [
                .. ScenarioWarnings
                    .Of(parameters)
                    .Select(warning => $"{Place(root, warning.Part)}: {warning.Text}"),
            ]
        );
    }

    private string Title(ScenarioFields root)
    {
        var title = root.Title("title") ?? System.IO.Path.GetFileNameWithoutExtension(_source.File);
        return title.Length <= MostTitle
            ? title
            : throw root.Wrong("title", $"'title' must be a text of at most {MostTitle} characters");
    }

    private static void CheckVersion(ScenarioFields root)
    {
        var version = root.Whole("schemaVersion", 1, int.MaxValue);
        if (version != SchemaVersion)
        {
            throw root.Wrong(
                "schemaVersion",
                $"schema version {version}, but this suite reads version {SchemaVersion}"
            );
        }
    }

    private ScenarioParameters Arrivals(JsonFields root, ScenarioParameters parameters)
    {
        if (!root.Has("arrivals"))
        {
            throw root.Missing("arrivals");
        }

        var arrivals = Part(
            root,
            "arrivals",
            "process",
            "ratePerSecond",
            "users",
            "thinkMilliseconds",
            "change"
        );
        var process = arrivals.Word<ScenarioArrivals>("process");
        var hasUsers = process == ScenarioArrivals.Users;
        if (hasUsers)
        {
            arrivals.Refuse(
                "ratePerSecond",
                "is of no use with \"process\": \"users\": their number and think time make the rate"
            );
        }
        else
        {
            var why =
                $"belongs to \"process\": \"users\"; with \"{process.ToString().ToLowerInvariant()}\" give 'ratePerSecond'";
            arrivals.Refuse("users", why);
            arrivals.Refuse("thinkMilliseconds", why);
        }

        return Change(arrivals, hasUsers, parameters) with
        {
            Arrivals = process,
            RatePerSecond = hasUsers ? 0 : arrivals.Whole("ratePerSecond", 1, MostPerSecond),
            Users = hasUsers ? arrivals.Whole("users", 1, MostPerSecond) : 0,
            ThinkMilliseconds = hasUsers
                ? arrivals.Whole("thinkMilliseconds", 1_000, 0, MostMilliseconds)
                : 0,
        };
    }

    private ScenarioParameters Change(ScenarioFields arrivals, bool hasUsers, ScenarioParameters parameters)
    {
        if (!arrivals.Has("change"))
        {
            return parameters;
        }

        var change = Part(arrivals.Of("change"), "'change'", "shape", "toRatePerSecond", "toUsers");
        var (own, other) = hasUsers ? ("toUsers", "toRatePerSecond") : ("toRatePerSecond", "toUsers");
        change.Refuse(other, $"does not go with this 'process': give '{own}'");
        var shape = change.Word<LoadChange>("shape");
        return parameters with
        {
            Change = shape,
            ChangesTo = shape == LoadChange.None ? 0 : change.Whole(own, 1, MostPerSecond),
        };
    }

    private ScenarioParameters Limits(JsonFields root, ScenarioParameters parameters)
    {
        var limits = Part(root, "limits", "deadlineMilliseconds", "concurrency", "queue");
        var window = Part(root, "window", "warmUpMilliseconds", "measuredMilliseconds");
        return parameters with
        {
            DeadlineMilliseconds = limits.Whole("deadlineMilliseconds", 1_000, 0, MostMilliseconds),
            ConcurrencyLimit = limits.Whole("concurrency", 256, 1, MostAtOnce),
            QueueBound = limits.Whole("queue", 10_000, 1, MostRequests),
            WarmUpMilliseconds = window.Whole("warmUpMilliseconds", 1_000, 0, MostMilliseconds),
            MeasuredMilliseconds = window.Whole("measuredMilliseconds", 3_000, 100, MostMilliseconds),
        };
    }

    private ScenarioParameters Backend(JsonFields root, ScenarioParameters parameters)
    {
        var backend = Part(
            root,
            "backend",
            "calls",
            "serviceTime",
            "capacity",
            "failuresPerThousand",
            "retries"
        );
        var read = parameters with
        {
            Calls = backend.Whole("calls", 1, 1, MostCalls),
            BackendCapacity = backend.Whole("capacity", 0, 1, MostRequests),
            FailuresPerThousand = backend.Whole("failuresPerThousand", 0, 0, 1_000),
            Retries = backend.Whole("retries", 0, 0, MostRetries),
            Service = ServiceDistribution.Constant,
            ServiceMeanMicroseconds = 10_000,
        };
        return backend.Has("serviceTime")
            ? ServiceTime(
                Part(
                    backend.Of("serviceTime"),
                    "'serviceTime'",
                    "distribution",
                    "meanMilliseconds",
                    "p99Milliseconds"
                ),
                read
            )
            : read;
    }

    private static ScenarioParameters ServiceTime(ScenarioFields time, ScenarioParameters parameters)
    {
        var spread = time.Word<ServiceDistribution>("distribution");
        var mean = time.Microseconds("meanMilliseconds", MostServiceMilliseconds);
        var read = parameters with { Service = spread, ServiceMeanMicroseconds = mean };
        if (spread != ServiceDistribution.Lognormal)
        {
            time.Refuse(
                "p99Milliseconds",
                "belongs to \"distribution\": \"lognormal\"; of the others it follows from the mean"
            );
            return read;
        }

        var p99 = time.Microseconds("p99Milliseconds", MostServiceMilliseconds);
        return p99 > mean && p99 <= mean * ServiceTimes.MostP99PerMean
            ? read with
            {
                ServiceP99Microseconds = p99,
            }
            : throw time.Wrong(
                "p99Milliseconds",
                $"'p99Milliseconds' of a lognormal time must be above its mean and at most {ServiceTimes.MostP99PerMean} times as long"
            );
    }

    private ScenarioParameters Blocking(JsonFields root, ScenarioParameters parameters)
    {
        var blocking = Part(root, "blocking", "percent", "threads");
        var percent = blocking.Whole("percent", 0, 0, 100);
        if (percent == 0)
        {
            blocking.Refuse(
                "threads",
                "is of no use where nothing blocks: give a 'percent' above 0, or leave it out"
            );
        }

        var share = Math.Ceiling((double)parameters.ConcurrencyLimit * parameters.Calls * percent / 100);
        return parameters with
        {
            BlockingPercent = percent,
            BlockingThreads =
                percent == 0
                    ? 0
                    : blocking.Whole("threads", (int)Math.Min(share, MostThreads), 1, MostThreads),
        };
    }

    private ScenarioParameters State(JsonFields root, ScenarioParameters parameters)
    {
        var work = Part(root, "work", "rounds");
        var state = Part(root, "state", "keys", "choice", "rounds");
        return parameters with
        {
            WorkRounds = work.Whole("rounds", 0, 0, MostRounds),
            Keys = state.Whole("keys", 1_000, 1, MostKeys),
            KeyChoice = state.Word<KeyChoice>("choice", KeyChoice.Uniform),
            UpdateRounds = state.Whole("rounds", 0, 0, MostRounds),
        };
    }

    private ScenarioFields Part(JsonFields owner, string name, params string[] known) =>
        owner.Has(name)
            ? Part(owner.Of(name), $"'{name}'", known)
            : new(new JsonFields(_source, $"'{name}'", new(JsonValueKind.Object, owner.Line, 1, "", [], [])));

    private ScenarioFields Part(JsonPlace place, string what, params string[] known) =>
        new(new JsonFields(_source, what, place, known));

    private string Place(JsonFields root, string part) =>
        _source.Place(root.Of(part).Line, root.Of(part).Column);
}
