using Bench.Results;
using Xunit;

namespace Bench.Tests.Results;

public sealed class RunFolderTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private readonly RunFolder _folder;

    public RunFolderTests() => _folder = new RunFolder(_temporary.Path);

    [Fact]
    public void A_sample_of_another_run_is_refused_with_its_line()
    {
        SampleLog.Append(_folder.SamplesPath, Sample("mine"));
        SampleLog.Append(_folder.SamplesPath, Sample("theirs"));

        var error = Assert.Throws<ResultsException>(() => _folder.ReadSamples("mine", out _));

        Assert.StartsWith(
            $"{_folder.SamplesPath}:2: a sample of run 'theirs' in the folder of run 'mine'",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_run_without_samples_yet_has_none() => Assert.Empty(_folder.ReadSamples("mine", out _));

    [Fact]
    public void A_folder_that_is_no_run_is_refused() =>
        Assert.Equal(
            $"{_folder.Path}: not a run folder (no manifest.json); give the folder that `run` wrote",
            Refusal()
        );

    [Theory]
    [InlineData("{", "not a manifest")]
    [InlineData("null", "not a manifest")]
    [InlineData("{\"schemaVersion\":1}", "not a manifest")]
    [InlineData("{\"schemaVersion\":99}", "schema version 99")]
    public void A_manifest_that_cannot_be_read_is_refused(string text, string reason)
    {
        File.WriteAllText(_folder.ManifestPath, text);

        Assert.StartsWith($"{_folder.ManifestPath}: {reason}", Refusal(), StringComparison.Ordinal);
    }

    /// <summary>The committed reference run was written before several fields were added.</summary>
    [Fact]
    public void A_run_of_an_older_suite_is_read_with_nothing_missing()
    {
        var folder = new RunFolder(Path.Combine(House.Root, "reports", "reference"));
        var manifest = folder.ReadManifest();
        var sample = folder.ReadFigures(manifest.Run, out _)[0];

        Assert.True(manifest.LastRound >= manifest.Rounds);
        Assert.Empty(MissingLists(manifest));
        Assert.Empty(MissingLists(manifest.Machine));
        Assert.Empty(MissingLists(sample));
    }

    [Fact]
    public void Sources_are_read_back_and_may_be_absent()
    {
        Assert.Empty(_folder.ReadSources());

        _folder.WriteSources([new("bench/Tasks/Inventory.cs", "code\n")]);

        Assert.Equal([new SourceFile("bench/Tasks/Inventory.cs", "code\n")], _folder.ReadSources());
    }

    public void Dispose() => _temporary.Dispose();

    private string Refusal() => Assert.Throws<ResultsException>(_folder.ReadManifest).Message;

    private static IEnumerable<string> MissingLists(object thing) =>
        thing
            .GetType()
            .GetProperties()
            .Where(property =>
                property.PropertyType.IsGenericType
                && property.PropertyType.GetGenericTypeDefinition() == typeof(List<>)
                && property.GetValue(thing) is null
            )
            .Select(property => property.Name);

    private static Sample Sample(string run) =>
        new()
        {
            Run = run,
            Case = "c",
            Workload = "w",
            Model = "m",
        };
}
