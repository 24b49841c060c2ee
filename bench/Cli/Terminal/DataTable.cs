using Spectre.Console;

namespace Bench.Cli.Terminal;

/// <summary>A table of data on standard output.</summary>
internal static class DataTable
{
    private const int RedirectedWidth = 160;

    public static void Write(IEnumerable<string> headings, IEnumerable<IEnumerable<string>> rows)
    {
        var console = Talk.Create(Console.Out, Console.IsOutputRedirected);
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = RedirectedWidth;
        }

        var table = new Table().Border(TableBorder.Simple);
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(new Text(heading)));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        console.Write(table);
    }
}
