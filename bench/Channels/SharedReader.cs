using System.Threading.Channels;

namespace Bench.Channels;

/// <summary>Reading for workers that share a channel.</summary>
internal static class SharedReader
{
    /// <summary>
    /// The next item, or null when the channel is complete. ReadAllAsync would do for one reader, but it waits by
    /// WaitToReadAsync, which wakes every waiting worker for each item; ReadAsync hands the item to one.
    /// </summary>
    public static async ValueTask<T?> NextAsync<T>(this ChannelReader<T> reader)
        where T : class
    {
        try
        {
            return await reader.ReadAsync();
        }
        catch (ChannelClosedException)
        {
            return null;
        }
    }
}
