using Bench.Results;

namespace Bench.Analysis.Code;

/// <summary>
/// Which files a lane is made of: its own and, of its model's folder, those whose types it names, directly or through another:
/// a queue, the set-up of an actor system. Another lane is part of it only as its base: the name of one may be that of a member
/// (a workload's gateway, an abandoned call). What all models share (requests, kernel, load) is nobody's. Code in other languages
/// than C# is kept and shown, but not counted: a statement of one is not one of another.
/// </summary>
public sealed class LaneCode
{
    private readonly List<ParsedFile> _files;
    private readonly HashSet<ParsedFile> _lanes;

    /// <param name="sources">The code that was run: <c>sources.json</c>.</param>
    /// <param name="run">The run that it was kept by.</param>
    public LaneCode(IReadOnlyList<SourceFile> sources, RunManifest run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var models = run
            .Models.DistinctBy(model => model.Id)
            .ToDictionary(model => model.Id, ConcurrencyPrimitives.Of);
        var byFolder = run
            .Cases.Select(planned => (Folder: ParsedFile.FolderOf(planned.Source), planned.Model))
            .DistinctBy(pair => pair.Folder)
            .ToDictionary(pair => pair.Folder, pair => models.GetValueOrDefault(pair.Model));
        _files =
        [
            .. sources
                .Where(source => source.Path.EndsWith(".cs", StringComparison.Ordinal))
                .Select(source => new ParsedFile(
                    source,
                    byFolder.GetValueOrDefault(ParsedFile.FolderOf(source.Path))
                        ?? ConcurrencyPrimitives.Known
                )),
        ];
        _lanes = [.. _files.Where(file => file.IsOfWorkload)];
        while (
            _files.Find(file => !_lanes.Contains(file) && _lanes.Any(lane => IsBase(lane, file))) is { } next
        )
        {
            _lanes.Add(next);
        }
    }

    /// <summary>The files of the lane that begins in this one, in order of path; empty when the run did not keep it.</summary>
    /// <param name="path">A lane's source, as the plan has it.</param>
    public IReadOnlyList<SourceFile> Of(string path) => [.. Files(path).Select(file => file.Source)];

    /// <summary>What is counted in these files together; null when there are none.</summary>
    /// <param name="path">A lane's source, as the plan has it.</param>
    public CodeMetrics? MetricsOf(string path) =>
        Files(path) is { Count: > 0 } files ? CodeMetrics.Sum(files.Select(file => file.Count)) : null;

    private List<ParsedFile> Files(string path)
    {
        var found = new HashSet<ParsedFile>();
        var open = new Stack<ParsedFile>(_files.Where(file => file.Source.Path == path));
        while (open.TryPop(out var next))
        {
            if (found.Add(next))
            {
                _files.FindAll(file => IsNeeded(file, next)).ForEach(open.Push);
            }
        }

        return _files.FindAll(found.Contains);
    }

    private bool IsNeeded(ParsedFile candidate, ParsedFile by) =>
        _lanes.Contains(candidate)
            ? IsBase(candidate, by)
            : candidate != by && candidate.Folder == by.Folder && candidate.Types.Any(by.Names.Contains);

    private static bool IsBase(ParsedFile candidate, ParsedFile of) =>
        candidate != of && candidate.Folder == of.Folder && candidate.Types.Any(of.Bases.Contains);
}
