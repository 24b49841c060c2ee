using Spectre.Console;

namespace Bench.Cli.Terminal;

/// <summary>A table of data on standard output.</summary>
internal static class DataTable
{
    private const int RedirectedWidth = 160;
    private const int Gap = 2;

    public static void Write(IEnumerable<string> headings, IEnumerable<IEnumerable<string>> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(new Text(heading)));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        Open().Write(table);
    }

    /// <summary>Groups under lines of their own; columns are as wide as their longest cell, and the last takes the rest and wraps.</summary>
    public static void Write(IReadOnlyList<string> headings, IEnumerable<TableGroup> groups)
    {
        var all = groups.ToList();
        var console = Open();
        int[] widths =
        [
            .. headings.Select(
                (heading, column) =>
                    all.SelectMany(group => group.Rows)
                        .Select(row => row[column].Length)
                        .Append(heading.Length)
                        .Max()
            ),
        ];
        widths[^1] = Math.Max(
            headings[^1].Length,
            console.Profile.Width - widths[..^1].Sum(width => width + Gap) - Gap
        );
        console.Write(Rows([headings], widths));
        foreach (var group in all)
        {
            console.WriteLine();
            console.Write(new Text($"{group.Title}\n"));
            console.Write(Rows(group.Rows, widths));
        }
    }

    /// <summary>A sentence beside tables.</summary>
    public static void Sentence(string text) =>
        Console.Out.WriteLine(Console.IsOutputRedirected ? text : Paragraph.Wrap(text, Open().Profile.Width));

    private static Table Rows(IEnumerable<IReadOnlyList<string>> rows, int[] widths)
    {
        var table = new Table().NoBorder().HideHeaders();
        foreach (var width in widths)
        {
            table.AddColumn(new TableColumn("") { Width = width + Gap });
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        return table;
    }

    private static IAnsiConsole Open()
    {
        var console = Talk.Create(Console.Out, Console.IsOutputRedirected);
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = RedirectedWidth;
        }

        return console;
    }
}
