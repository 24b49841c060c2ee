namespace Bench.Reporter.Home;

/// <summary>What there is in a folder that has no page of its own.</summary>
public static class FolderPage
{
    /// <param name="path">The folder.</param>
    /// <param name="isRun">True for a run whose report has not been drawn.</param>
    /// <param name="entries">Names in it, those of folders with a slash at the end.</param>
    public static string Of(string path, bool isRun, IEnumerable<string> entries) =>
        new SitePage(
            Path.GetFileName(path),
            isRun ? $"No report has been drawn yet: ./run.sh report {path} draws it." : "",
            [SitePage.Home],
            [
                new(
                    "entries",
                    "",
                    "",
                    [],
                    [
                        .. entries.Select(name => new Link(
                            name.EndsWith('/')
                                ? $"./{Uri.EscapeDataString(name[..^1])}/"
                                : $"./{Uri.EscapeDataString(name)}",
                            name
                        )),
                    ]
                ),
            ]
        ).Html();
}
