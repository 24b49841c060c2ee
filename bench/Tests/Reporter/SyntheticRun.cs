using System.Globalization;
using Bench.Results;

namespace Bench.Tests.Reporter;

/// <summary>A made-up but plausible run: six workloads, four models, some of what goes wrong.</summary>
internal static class SyntheticRun
{
    public const string Hostile = "<script>alert(1)</script>|`x`\n# no";

    public static RunManifest Manifest(string[]? models = null, string[]? workloads = null, int rounds = 5)
    {
        models ??= ["threads", "tasks", "channels", "actors"];
        var places = Scenarios
            .Where(place => workloads is null || workloads.Contains(place.Workload))
            .ToList();
        return new()
        {
            Run = "synthetic",
            StartedAt = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
            Preset = "quick",
            Rounds = rounds,
            Seed = 42,
            Command = "./run.sh run --preset quick --seed 42",
            Commit = "0123456789abcdef+changes",
            Machine = Machine,
            Workloads = [.. Workloads.Where(facts => places.Exists(place => place.Workload == facts.Id))],
            Models = [.. models.Select(id => new ModelFacts(id, id, $"How {id} does it."))],
            Cases =
            [
                .. places.SelectMany(place => models.SelectMany(model => Planned(place, model))),
                .. places
                    .Where(place => place is { Workload: "pipeline" })
                    .Select(place => Copy(place, models[0])),
            ],
            Unreachable =
            [
                .. places
                    .Where(place =>
                        place.Workload == "footprint" && place.Size > 8000 && models.Contains("threads")
                    )
                    .Select(place => new UnreachableCase(
                        Id(place, "threads", "default"),
                        "footprint",
                        "threads",
                        "default",
                        place.Terms,
                        place.Parameters,
                        "more than 8,000 threads exceed the system's limit"
                    )),
            ],
            Packages = new() { ["Akka"] = "1.5.74", ["BenchmarkDotNet"] = "0.15.8" },
        };
    }

    public static List<Sample> Samples(RunManifest manifest) =>
        [
            .. Enumerable
                .Range(1, manifest.Rounds)
                .SelectMany(round =>
                    manifest.Cases.Select((item, index) => SyntheticSample.Of(item, round, index + 1))
                ),
        ];

    /// <summary>The same samples with one arm incorrect, one hung throughout, and one sample refused.</summary>
    public static List<Sample> WithFaults(List<Sample> samples) =>
        samples.ConvertAll(sample =>
            sample switch
            {
                { Workload: "payments", Model: "actors", Round: 3 } => SyntheticSample.Incorrect(sample),
                { Workload: "forkjoin", Model: "channels" } => SyntheticSample.Hung(sample),
                { Workload: "pingpong", Model: "tasks", Round: 2 } => SyntheticSample.Refused(sample),
                _ => sample,
            }
        );

    public static List<SourceFile> Sources(RunManifest manifest) =>
        [
            .. manifest
                .Cases.Select(item => item.Source)
                .Distinct()
                .Select(path => new SourceFile(
                    path,
                    $"namespace X;\n\n/// <summary>{Hostile}</summary>\npublic class Lane\n{{\n}}\n"
                )),
        ];

    private static MachineFacts Machine { get; } =
        new()
        {
            Processor = "Some Processor 9000 @ 2.60GHz",
            LogicalProcessors = 2,
            MemoryBytes = 24L << 30,
            OperatingSystem = "Debian GNU/Linux 12",
            Architecture = "x64",
            Hypervisor = "kvm",
            Runtime = ".NET 10.0.0",
            GarbageCollector = "server, concurrent",
            ThreadPoolMinimumThreads = 2,
            ClockNanoseconds = 41,
            Warnings = ["a virtual machine: other guests may disturb the figures", "only 2 processors"],
            Fingerprint = "abc123",
        };

    private static List<WorkloadFacts> Workloads { get; } =
    [
        new(
            "inventory",
            "Retail inventory",
            "Users look up and reserve products.",
            "One request, from its intended start to its answer.",
            "p95"
        ),
        new("payments", "Payments", "Payments are authorised, debited and credited.", "One payment.", "p99"),
        new("pipeline", "Pipeline", "Items pass four stages.", "One item through all stages.", "throughput"),
        new("pingpong", "Ping-pong", "Two units answer each other.", "One round trip.", "p50"),
        new("forkjoin", "Fork and join", "A tree of units sums its leaves.", "One tree.", "throughput"),
        new("footprint", "Footprint", "Parked units.", "One wake-up of a unit.", "residentBytesPerUnit"),
    ];

    private static IEnumerable<Place> Scenarios =>
        [
            new("inventory", "equal", "users", 500),
            new("inventory", "told", "users", 500),
            new("inventory", "equal", "users", 5000),
            new("inventory", "told", "users", 5000),
            new("payments", "equal", "ratePerSecond", 1000),
            new("pipeline", "equal", "items", 100000),
            new("pingpong", "equal", "pairs", 1),
            new("pingpong", "equal", "pairs", 64),
            new("forkjoin", "equal", "leaves", 10000),
            new("footprint", "equal", "units", 1000),
            new("footprint", "equal", "units", 10000),
            new("footprint", "equal", "units", 100000),
        ];

    private static IEnumerable<PlannedCase> Planned(Place place, string model)
    {
        if (place is { Workload: "footprint", Size: > 8000 } && model == "threads")
        {
            yield break;
        }

        yield return Planned(place, model, "default");
        if (model == "threads" && place.Workload == "inventory")
        {
            yield return Planned(place, model, "per-request");
        }
    }

    private static PlannedCase Copy(Place place, string model) =>
        Planned(place, model, "default") with
        {
            Replica = 1,
        };

    private static PlannedCase Planned(Place place, string model, string variant) =>
        new()
        {
            Case = Id(place, model, variant),
            Workload = place.Workload,
            Model = model,
            Variant = variant,
            Terms = place.Terms,
            Parameters = place.Parameters,
            Configuration = new([new("poolSize", place.Terms == "told" ? "200" : "1000")]),
            LimitSeconds = 60,
            Source = $"bench/{model}/{place.Workload}{(variant == "default" ? "" : "." + variant)}.cs",
        };

    private static string Id(Place place, string model, string variant) =>
        $"{place.Workload}/{model}/{variant}/{place.Terms}/{place.Parameters}";

    private sealed record Place(string Workload, string Terms, string Parameter, int Size)
    {
        public ParameterSet Parameters =>
            new([
                new(Parameter, Size.ToString(CultureInfo.InvariantCulture)),
                new("backendMilliseconds", "44"),
            ]);
    }
}
