using System.Text;

namespace Bench.RuntimeLanes;

/// <summary>Reads lines of a stream that may hold anything: within a time and up to a length.</summary>
/// <param name="reader">The stream.</param>
internal sealed class LineReader(TextReader reader)
{
    /// <summary>Longest line that is taken, characters.</summary>
    public const int MostCharacters = 16 << 20;

    private readonly char[] _buffer = new char[8192];
    private int _at;
    private int _count;

    /// <summary>The next line without its end; null at the end of the stream.</summary>
    /// <exception cref="OperationCanceledException">The time is over.</exception>
    /// <exception cref="InvalidDataException">The line is too long.</exception>
    public async Task<string?> ReadAsync(CancellationToken timeout)
    {
        var line = new StringBuilder();
        while (true)
        {
            var end = Array.IndexOf(_buffer, '\n', _at, _count - _at);
            var until = end < 0 ? _count : end;
            line.Append(_buffer, _at, until - _at);
            if (line.Length > MostCharacters)
            {
                throw new InvalidDataException("the line is too long");
            }

            if (end >= 0)
            {
                _at = end + 1;
                return line.ToString().TrimEnd('\r');
            }

            (_at, _count) = (0, await reader.ReadAsync(_buffer, timeout));
            if (_count == 0)
            {
                return line.Length == 0 ? null : line.ToString();
            }
        }
    }
}
