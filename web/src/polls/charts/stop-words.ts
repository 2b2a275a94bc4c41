/** The little words of the six official languages of the United Nations, which a cloud of words leaves out. */
const LISTS: Record<string, string> = {
  ar: 'في من على إلى عن مع هذا هذه ذلك تلك التي الذي الذين أن إن لا ما لم لن قد كان كانت يكون هو هي هم نحن أو ثم كل بعض بين عند لكن بعد قبل أي حتى كما و',
  en: 'a an and are as at be been but by can do for from had has have he her his how i if in into is it its more most my no not of on or our she should so such than that the their them then there these they this those to too up us very was we were what when which who will with would you your',
  es: 'a al algo como con cual de del desde donde el ella ellos en entre era es esa ese eso esta este esto ha han hasta hay la las le les lo los más me mi muy no nos o para pero por porque que qué se ser si sin sobre son su sus también te un una uno unos y ya',
  fr: "a au aux avec c ce ces cette d dans de des du elle elles en est et être eu il ils j je l la le les leur leurs lui m mais me même n ne nos notre nous on ont ou où par pas plus pour qu que qui s sa sans se ses si son sont sur t tu un une vos votre vous y à",
  ru: 'а без бы был была были было быть в вам вас во вот все всё вы да для до его ее её если есть же за и из или им их к как ко когда который которые ли мы на над не нет ни но о об он она они оно от по под при с со так также то того тоже только у уже что чтобы это этот эта я',
  zh: '的 了 和 是 在 我 我们 有 与 及 也 就 都 而 或 一个 这 那 这个 对 为 以 要 不 中 等 并 被 把 上 下',
};

/** All of them: an answer may be in another language than its question. Written small. */
export const STOP_WORDS: ReadonlySet<string> = new Set(Object.values(LISTS).flatMap((list) => list.split(' ')));
