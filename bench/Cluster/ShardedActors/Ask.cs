namespace Bench.ShardedActors;

/// <summary>What is asked of an entity.</summary>
internal enum Ask : byte
{
    /// <summary>To be there.</summary>
    Wake,

    /// <summary>What is in stock.</summary>
    LookUp,

    /// <summary>Pieces of a product.</summary>
    Reserve,

    /// <summary>To pay another account.</summary>
    Pay,

    /// <summary>To be paid by another account.</summary>
    Credit,

    /// <summary>To enter a number once, however often it is asked.</summary>
    Write,

    /// <summary>To play a ball back.</summary>
    Return,
}
