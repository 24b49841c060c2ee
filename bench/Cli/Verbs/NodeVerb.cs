using Bench.Cli.Measuring;
using Bench.Measurement.Hosting;
using Bench.Measurement.Runs;
using CliWrap;
using CommandLine;

namespace Bench.Cli.Verbs;

/// <summary><c>node</c>: lends this machine to a cluster that is measured from another.</summary>
[Verb(
    "node",
    HelpText = "Waits on this machine for a run elsewhere that wants nodes here (run --nodes). Whoever reaches the address can start them: use it on a network that you trust."
)]
[Example(
    "node --listen 10.0.0.5:9000 --model cluster",
    "then, elsewhere: run --models cluster --nodes 10.0.0.5:9000,10.0.0.6:9000"
)]
[Example("node --listen 127.0.0.2:9000 --model cluster", "a site on this machine, to try it")]
internal sealed class NodeVerb : IVerb
{
    [Option("listen", Required = true, HelpText = "Address of this machine and a free port: host:port.")]
    public string Listen { get; set; } = "";

    [Option("model", Required = true, HelpText = "The cluster model whose nodes are wanted.")]
    public string Model { get; set; } = "";

    [Value(0, Hidden = true)]
    public IEnumerable<string> Surplus { get; set; } = [];

    public int Run()
    {
        if (NodeSite.TryParse(Listen) is null)
        {
            throw new UserException($"--listen {Listen}: give host:port, for example 10.0.0.5:9000");
        }

        var models = Models.Load();
        var clusters = models.FaultTargets.Keys.Order(StringComparer.Ordinal).ToList();
        if (!clusters.Contains(Model))
        {
            throw new UserException(
                $"model '{Model}' is no cluster; there are: {string.Join(", ", clusters)}"
            );
        }

        using var interrupt = new Interrupt();
        try
        {
            return CliWrap
                .Cli.Wrap(DotnetProgram.Host)
                .WithArguments([models.Programs[Model], "node", "--listen", Listen])
                .WithStandardErrorPipe(PipeTarget.ToDelegate(Terminal.Talk.Line))
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(interrupt.Token)
                .GetAwaiter()
                .GetResult()
                .ExitCode;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Fine;
        }
    }
}
