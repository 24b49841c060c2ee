using Bench.Measurement.Hosting;
using Bench.Results;
using Bench.Workloads;

namespace Bench.Cli.Scenarios;

/// <summary>A mix that its user describes in a file: see bench/docs/scenario.md.</summary>
/// <param name="Path">The file, as the user named it.</param>
/// <param name="Title">A few words.</param>
/// <param name="Parameters">What it says.</param>
/// <param name="Utf8">What the file held.</param>
/// <param name="Warnings">What is possible but can hardly be meant, a sentence each, with its place.</param>
internal sealed record ScenarioFile(
    string Path,
    string Title,
    ScenarioParameters Parameters,
    ReadOnlyMemory<byte> Utf8,
    IReadOnlyList<string> Warnings
)
{
    /// <summary>Id of the workload behind every scenario.</summary>
    public const string Workload = "scenario";

    /// <param name="path">The file.</param>
    /// <exception cref="UserException">It cannot be read.</exception>
    /// <exception cref="ResultsException">Something in it is wrong; the message names line and column.</exception>
    public static ScenarioFile Read(string path)
    {
        byte[] utf8;
        try
        {
            utf8 = File.ReadAllBytes(path);
        }
        catch (Exception error)
            when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UserException(
                $"--scenario {path}: {error.Message.TrimEnd('.')}; give a scenario file, such as bench/docs/scenario.example.json",
                error
            );
        }

        return new ScenarioReader(utf8, path).Read();
    }

    /// <summary>The same mix under another load, see <see cref="ScenarioParameters.At"/>.</summary>
    /// <param name="load">Users, or requests a second.</param>
    public ScenarioFile At(int load) => this with { Parameters = Parameters.At(load) };

    /// <summary>
    /// The lanes of a scenario among others, set to this one: each has one case, its own, in any preset, and its load is the scenario's.
    /// </summary>
    public IReadOnlyList<Lane> LanesAmong(IEnumerable<Lane> lanes)
    {
        var parameters = ParameterText.Of(Parameters);
        return [.. lanes.Where(lane => lane.Workload.Id == Workload).Select(lane => lane.SetTo(parameters))];
    }

    /// <summary>Puts a copy of the file, as it was read, into a run's folder.</summary>
    public void KeepIn(RunFolder folder) => AtomicFile.Write(folder.In("scenario.json"), Utf8.Span);

    /// <summary>A plan of such lanes under the scenario's title, with a command that repeats it.</summary>
    public RunManifest Entitle(RunManifest manifest) =>
        manifest with
        {
            Command = manifest.Command.Replace(
                $" --workloads {Workload} ",
                $" --scenario \"{Path}\" ",
                StringComparison.Ordinal
            ),
            Workloads = manifest.Workloads.ConvertAll(facts =>
                facts.Id == Workload ? facts with { Title = Title } : facts
            ),
        };
}
