namespace Bench.Site;

/// <summary>What a site shows. It is asked at each request, from several threads at once.</summary>
public interface ISitePages
{
    /// <summary>The first page.</summary>
    SitePart Home();

    /// <summary>The runs that are kept over time.</summary>
    SitePart History();

    /// <summary>What changed over time.</summary>
    /// <param name="file">A file of that page's folder; empty for the page itself.</param>
    /// <returns>Null when there is no such file.</returns>
    SitePart? Trend(string file);

    /// <summary>A file or folder of a run in the folder of runs.</summary>
    /// <param name="path">Names from there, with slashes between them, as the address has them: to be trusted in nothing.</param>
    /// <returns>Null when there is none that may be seen.</returns>
    SitePart? Run(string path);

    /// <summary>A file or folder of a run that was named.</summary>
    /// <param name="number">Which of those that were named, from 1.</param>
    /// <param name="path">Names from there, as for <see cref="Run"/>.</param>
    /// <returns>Null when there is none that may be seen.</returns>
    SitePart? Named(int number, string path);
}
