using Bench.Cli.Terminal;
using Bench.Measurement.Hosting;
using Bench.Results;
using CommandLine;

namespace Bench.Cli.Verbs;

/// <summary><c>verify</c>: every lane once, correctness only.</summary>
[Verb("verify", HelpText = "Runs every lane once, small and in this process, and checks that it is correct.")]
internal sealed class VerifyVerb : IVerb
{
    [Option("workloads", Separator = ',', HelpText = "Only these workloads: a,b.")]
    public IEnumerable<string> Workloads { get; set; } = [];

    [Option("models", Separator = ',', HelpText = "Only these models: a,b.")]
    public IEnumerable<string> Models { get; set; } = [];

    [Value(0, Hidden = true)]
    public IEnumerable<string> Surplus { get; set; } = [];

    public int Run()
    {
        var lanes = Cli.Models.Load().Select(Workloads, Models);
        var (wrong, absent) = (0, 0);
        foreach (var lane in lanes)
        {
            var name = VariantName.Of(lane.Model.Id, lane.Variant, ":");
            if (lane.OutOfReach is { } reason)
            {
                absent++;
                Console.Out.WriteLine($"absent     {lane.Workload.Id}/{name}: {reason}");
                continue;
            }

            var check = Verification.Check(lane);
            wrong += check.Problems.Count == 0 ? 0 : 1;
            Console.Out.WriteLine(
                check.Problems.Count == 0
                    ? $"correct    {lane.Workload.Id}/{name} ({check.Operations:N0} operations)"
                    : $"INCORRECT  {lane.Workload.Id}/{name} ({lane.Source}): {string.Join("; ", check.Problems)}"
            );
        }

        Talk.Line(
            $"{lanes.Count - absent - wrong} of {lanes.Count} lanes are correct"
                + (absent == 0 ? "" : $"; {absent} cannot run here")
        );
        return wrong == 0 ? ExitCode.Fine : ExitCode.Failed;
    }
}
