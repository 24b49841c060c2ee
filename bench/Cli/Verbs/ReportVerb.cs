using Bench.Cli.Comparing;
using Bench.Cli.Terminal;
using Bench.Reporter;
using Bench.Results;
using CommandLine;

namespace Bench.Cli.Verbs;

/// <summary><c>report</c>: draws again from samples.</summary>
[Verb("report", HelpText = "Draws the report again from the samples of a run; several folders merge.")]
[Example("report reports/reference --out /tmp/page", "draw a report again, beside the old one")]
[Example("report run-1 run-2 --out whole", "merge the parts of a run")]
[Example("report reports/today --beside reports/yesterday", "show what changed since an earlier run")]
internal sealed class ReportVerb : IVerb
{
    [Value(0, MetaName = "DIR", Required = true, HelpText = "Run folders.")]
    public IEnumerable<string> Folders { get; set; } = [];

    [Option("out", HelpText = "A new folder for the merged run and its report; needed for several folders.")]
    public string? Out { get; set; }

    [Option(
        "beside",
        HelpText = "The folder of an earlier run: the page also shows every case that both have beside what it was, and in what the runs differ."
    )]
    public string? Beside { get; set; }

    public IEnumerable<string> Surplus => [];

    public int Run()
    {
        var folders = Folders.Select(path => new RunFolder(path)).ToList();
        if (folders.Count > 1 && Out is null)
        {
            throw new UserException("several folders merge into a new one: name it with --out DIR");
        }

        var run = LoadedRun.Of(folders);
        var earlier = Beside is null ? null : BesideRun.Read(new RunFolder(Beside), run);
        var folder = Out is null ? folders[0] : run.WriteTo(OutputFolder.Create(Out));
        var report = ReportWriter.Write(
            run.Manifest,
            run.Samples,
            run.Sources,
            folder,
            ClaimBook.ForReport(),
            run.Pitfalls,
            run.Floors,
            run.Faults,
            earlier
        );
        Ending.Write(report, run.Samples);
        return run.Samples.Exists(sample => sample.Valid) ? ExitCode.Fine : ExitCode.Failed;
    }
}
