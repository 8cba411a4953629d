// What core and the acts say, in Persian, by the English words. `{name}` stands for what an editor or an article gave.

export const SENTENCES_FA: Readonly<Record<string, string>> = {
  verified: 'تأییدشده',
  corroborated: 'هم‌گواهی‌شده',
  disputed: 'محل اختلاف',
  misleading: 'گمراه‌کننده',
  false: 'نادرست',
  unverifiable: 'تأییدناپذیر',
  'not checkable': 'سنجش‌ناپذیر',
  unchecked: 'بررسی‌نشده',
  'supports it': 'آن را تأیید می‌کند',
  'contradicts it': 'خلاف آن است',
  'gives context': 'زمینه می‌دهد',
  kept: 'بی‌تغییر',
  moved: 'جابه‌جا',
  reworded: 'بازنویسی',
  dropped: 'حذف',
  orphaned: 'بی‌جا',
  'This was struck out as no statement. Restore it before rating it.':
    'این گفته به شمار نیامد و خط خورد. پیش از ارزیابی آن را بازگردانید.',
  'Confirm who said it before rating what was said.': 'پیش از ارزیابیِ آنچه گفته شد، گوینده را تأیید کنید.',
  'Who said it is disputed. Settle that before rating what was said.':
    'گوینده محل اختلاف است. پیش از ارزیابی آن را روشن کنید.',
  '“Verified” needs one supporting item whose origin is not the speaker. There is none yet.':
    '«تأییدشده» یک شاهد موافق می‌خواهد که منشأش گوینده نباشد. هنوز هیچ نیست.',
  '“Corroborated” needs supporting items from two different origins, neither of them the speaker. There are none yet.':
    '«هم‌گواهی‌شده» شواهد موافق از دو منشأ جداگانه می‌خواهد که هیچ‌یک گوینده نباشد. هنوز هیچ نیست.',
  '“Corroborated” needs supporting items from two different origins, neither of them the speaker. There is one yet.':
    '«هم‌گواهی‌شده» شواهد موافق از دو منشأ جداگانه می‌خواهد که هیچ‌یک گوینده نباشد. هنوز تنها یکی هست.',
  '“Disputed” needs a supporting item; its origin may be the speaker. There is none yet.':
    '«محل اختلاف» یک شاهد موافق می‌خواهد؛ منشأش می‌تواند گوینده باشد. هنوز هیچ نیست.',
  '“Disputed” needs a contradicting item. There is none yet.':
    '«محل اختلاف» یک شاهد مخالف می‌خواهد. هنوز هیچ نیست.',
  '“Misleading” needs one item of evidence. There is none yet.':
    '«گمراه‌کننده» یک شاهد می‌خواهد. هنوز هیچ نیست.',
  '“Misleading” needs the reason in words: what impression is false, and why.':
    '«گمراه‌کننده» دلیل را به زبان می‌خواهد: کدام برداشت نادرست است و چرا.',
  '“False” needs one contradicting item whose origin is not the speaker. There is none yet.':
    '«نادرست» یک شاهد مخالف می‌خواهد که منشأش گوینده نباشد. هنوز هیچ نیست.',
  '“Unverifiable” needs words: what was tried, and why it settles nothing.':
    '«تأییدناپذیر» توضیح می‌خواهد: چه آزموده شد و چرا چیزی را روشن نکرد.',
  '“Not checkable” needs the reason in words: opinion, promise, prediction or question, and why.':
    '«سنجش‌ناپذیر» دلیل را به زبان می‌خواهد: نظر، وعده، پیش‌بینی یا پرسش، و چرا.',
  'There is no such item of evidence on this statement.': 'چنین شاهدی بر این گفته نیست.',
  'Credibility 1 means confirmed by others: it needs another item, from an independent origin, that says the same.':
    'باورپذیری 1 یعنی دیگران تأیید کرده‌اند: شاهد دیگری از منشأیی مستقل می‌خواهد که همان را بگوید.',
  '{who} imported “{title}”; {n} statements found by {engine}':
    '{who} «{title}» را وارد کرد؛ {n} گفته را {engine} یافت',
  '{who} imported “{title}”; {n} statement found by {engine}':
    '{who} «{title}» را وارد کرد؛ {n} گفته را {engine} یافت',
  '{who} imported a newer version of this article; {n} statements gone from it, {m} could not be placed':
    '{who} نسخهٔ تازه‌تری از این مقاله را وارد کرد؛ {n} گفته دیگر در آن نیست، جای {m} روشن نشد',
  '{who} imported a newer version of this article; {n} statement gone from it, {m} could not be placed':
    '{who} نسخهٔ تازه‌تری از این مقاله را وارد کرد؛ {n} گفته دیگر در آن نیست، جای {m} روشن نشد',
  '{who} set this due at {when}': '{who} مهلت را {when} گذاشت',
  '{who} took the due time away': '{who} مهلت را برداشت',
  '{who} took this off everybody’s list: {note}': '{who} این را از فهرست همه برداشت: {note}',
  '{who} took this off everybody’s list': '{who} این را از فهرست همه برداشت',
  '{who} handed this to {whom}: {note}': '{who} این را به {whom} سپرد: {note}',
  '{who} handed this to {whom}': '{who} این را به {whom} سپرد',
  '{who} published a correction: {what}': '{who} تصحیحی منتشر کرد: {what}',
  '{who} published {n} statements': '{who} {n} گفته را منتشر کرد',
  '{who} published {n} statement': '{who} {n} گفته را منتشر کرد',
  '{who} took this off the readers’ page: {why}': '{who} این را از صفحهٔ خوانندگان برداشت: {why}',
  '{who} took this off the readers’ page': '{who} این را از صفحهٔ خوانندگان برداشت',
  '{who} showed readers what changed in the newer version':
    '{who} تغییرهای نسخهٔ تازه‌تر را به خوانندگان نشان داد',
  '{who} no longer shows readers what changed in the newer version: {why}':
    '{who} دیگر تغییرهای نسخهٔ تازه‌تر را به خوانندگان نشان نمی‌دهد: {why}',
  '{who} no longer shows readers what changed in the newer version':
    '{who} دیگر تغییرهای نسخهٔ تازه‌تر را به خوانندگان نشان نمی‌دهد',
  '{who} recorded that this is another article’s text under its own masthead: one origin, not two':
    '{who} ثبت کرد که این متن مقالهٔ دیگری با نامی دیگر است: یک منشأ، نه دو',
  '{who} withdrew that this is another article’s text: {why}':
    '{who} پس گرفت که این متن مقالهٔ دیگری است: {why}',
  '{who} withdrew that this is another article’s text': '{who} پس گرفت که این متن مقالهٔ دیگری است',
  '{who} issued a report ({format})': '{who} گزارشی صادر کرد ({format})',
  '{who} added this statement': '{who} این گفته را افزود',
  '{who} confirmed who said it': '{who} گوینده را تأیید کرد',
  '{who} doubted that this source said it: {why}': '{who} تردید کرد که این منبع آن را گفته باشد: {why}',
  '{who} doubted that this source said it': '{who} تردید کرد که این منبع آن را گفته باشد',
  '{who} opened the question who said it again: {why}': '{who} پرسشِ گوینده را دوباره باز کرد: {why}',
  '{who} opened the question who said it again': '{who} پرسشِ گوینده را دوباره باز کرد',
  '{who} settled that {speaker} said it, through {via}: {why}':
    '{who} روشن کرد که {speaker} آن را گفت، از راه {via}: {why}',
  '{who} settled that {speaker} said it, through {via}':
    '{who} روشن کرد که {speaker} آن را گفت، از راه {via}',
  '{who} settled that {speaker} said it: {why}': '{who} روشن کرد که {speaker} آن را گفت: {why}',
  '{who} settled that {speaker} said it': '{who} روشن کرد که {speaker} آن را گفت',
  '{who} corrected which words were said: “{words}”': '{who} واژه‌های گفته را اصلاح کرد: «{words}»',
  '{who} marked this as checkable, a denial': '{who} این را سنجیدنی و انکار دانست',
  '{who} marked this as not checkable, a denial': '{who} این را سنجش‌ناپذیر و انکار دانست',
  '{who} marked this as checkable': '{who} این را سنجیدنی دانست',
  '{who} marked this as not checkable': '{who} این را سنجش‌ناپذیر دانست',
  '{who} struck this out as no statement: {why}': '{who} این را گفته ندانست و خط زد: {why}',
  '{who} struck this out as no statement': '{who} این را گفته ندانست و خط زد',
  '{who} restored this statement: {why}': '{who} این گفته را بازگرداند: {why}',
  '{who} restored this statement': '{who} این گفته را بازگرداند',
  '{who} added evidence that {does}: “{title}”, resting on {origin}':
    '{who} شاهدی افزود که {does}: «{title}»، استوار بر {origin}',
  '{who} changed an item of evidence: it {does}: {why}': '{who} شاهدی را تغییر داد: {does}: {why}',
  '{who} changed an item of evidence: it {does}': '{who} شاهدی را تغییر داد: {does}',
  '{who} changed what an item of evidence rests on: {origin}': '{who} منشأ شاهدی را تغییر داد: {origin}',
  '{who} found two items of evidence to be the same story: their origins count as one':
    '{who} دو شاهد را یک خبر دانست: منشأشان یکی به شمار می‌آید',
  '{who} took an item of evidence out of a story it was counted with':
    '{who} شاهدی را از خبری که با آن شمرده می‌شد بیرون آورد',
  '{who} graded the source of an item of evidence {grade}': '{who} به منبع شاهدی درجهٔ {grade} داد',
  '{who} graded an item of evidence {grade}': '{who} به شاهدی درجهٔ {grade} داد',
  '{who} withdrew an item of evidence: {why}': '{who} شاهدی را پس گرفت: {why}',
  '{who} withdrew an item of evidence': '{who} شاهدی را پس گرفت',
  '{who} took the rating back': '{who} ارزیابی را پس گرفت',
  '{who} rated this “{rating}”: {why}': '{who} این را «{rating}» ارزیابی کرد: {why}',
  '{who} rated this “{rating}”': '{who} این را «{rating}» ارزیابی کرد',
  '{who} signed the rating off': '{who} ارزیابی را امضا کرد',
  '{who} withdrew a sign-off: {why}': '{who} امضایی را پس گرفت: {why}',
  '{who} sent the rating back: {why}': '{who} ارزیابی را بازگرداند: {why}',
  '{who} recorded who an anonymous source is, for the desk alone':
    '{who} هویت منبع بی‌نامی را، تنها برای میز، ثبت کرد',
  '{who} carried this over from the version before ({how}): {what}':
    '{who} این را از نسخهٔ پیش منتقل کرد ({how}): {what}',
  '{who} carried this over from the version before ({how})': '{who} این را از نسخهٔ پیش منتقل کرد ({how})',
  '{who} wrote a confidential note': '{who} یادداشتی محرمانه نوشت',
  '{who} wrote a note': '{who} یادداشتی نوشت',
  '{who} reworded a note': '{who} یادداشتی را بازنویسی کرد',
  '{who} closed a thread': '{who} گفتگویی را بست',
  '{who} opened a thread again': '{who} گفتگویی را دوباره باز کرد',
  '{who} withdrew a note': '{who} یادداشتی را پس گرفت',
  '{who} imported an article that names {name}': '{who} مقاله‌ای وارد کرد که {name} را نام می‌برد',
  '{who} added {name} to the registry': '{who} {name} را به فهرست افزود',
  '{who} gave the name as {name}': '{who} نام را {name} گذاشت',
  '{who} marked this as: {type}': '{who} نوع را {type} گذاشت',
  '{who} added the name “{alias}”': '{who} نام «{alias}» را افزود',
  '{who} took the name “{alias}” away': '{who} نام «{alias}» را برداشت',
  '{who} added a role: {role}': '{who} سمتی افزود: {role}',
  '{who} dated a role{when}': '{who} سمتی را تاریخ گذاشت{when}',
  '{who} dated a role': '{who} سمتی را تاریخ گذاشت',
  '{who} removed a role': '{who} سمتی را برداشت',
  '{who} set the links': '{who} پیوندها را گذاشت',
  '{who} wrote the public note': '{who} یادداشت همگانی را نوشت',
  '{who} wrote the confidential note': '{who} یادداشت محرمانه را نوشت',
  '{who} merged this into another entry: {why}': '{who} این را در مدخلی دیگر ادغام کرد: {why}',
  '{who} undid the merge: {why}': '{who} ادغام را برگرداند: {why}',
  'The sign-off was withdrawn: {why}': 'امضا پس گرفته شد: {why}',
  'Sent back: {why}': 'بازگردانده شد: {why}',
  'The text changed in a newer version: {what}': 'متن در نسخه‌ای تازه‌تر تغییر کرد: {what}',
  '{what}, so the rating “{rating}” no longer holds.': '{what}، پس ارزیابی «{rating}» دیگر پابرجا نیست.',
  '{what} after the sign-off.': '{what}، پس از امضا.',
  'Who said it was settled anew': 'گوینده از نو روشن شد',
  'Who said it is now disputed': 'گوینده اکنون محل اختلاف است',
  'Who said it was opened again': 'پرسشِ گوینده دوباره باز شد',
  'Who said it was corrected': 'گوینده اصلاح شد',
  'The words were corrected': 'واژه‌ها اصلاح شد',
  'What kind of statement this is was changed': 'نوع این گفته تغییر کرد',
  'The statement was restored': 'گفته بازگردانده شد',
  'Evidence was added': 'شاهدی افزوده شد',
  'What an item of evidence does was changed': 'کارِ شاهدی تغییر کرد',
  'The origin of an item of evidence was changed': 'منشأ شاهدی تغییر کرد',
  'Two items of evidence were found to be the same story': 'دو شاهد یک خبر شناخته شدند',
  'An item of evidence was counted apart again': 'شاهدی دوباره جداگانه شمرده شد',
  'An item of evidence was graded anew': 'شاهدی از نو درجه گرفت',
  'Evidence was withdrawn': 'شاهدی پس گرفته شد',
  '{a} {unit} are {exact} {other}; {b} are printed.':
    '{a} {unit} برابر {exact} {other} است؛ {b} چاپ شده است.',
  'It now comes through {name}.': 'اکنون از طریقِ {name} می‌آید.',
  'It no longer comes through {name}.': 'دیگر از طریقِ {name} نمی‌آید.',
  'It came through {before}, and now comes through {after}.':
    'از طریقِ {before} می‌آمد و اکنون از طریقِ {after}.',
  'The list of what came before the {rank} names one of them twice.':
    'فهرستِ آنچه پیش از {rank} آمد یکی را دو بار نام می‌برد.',
  'The list of what came before the {rank} holds {n}; it should hold {m}.':
    'فهرستِ آنچه پیش از {rank} آمد {n} مورد دارد؛ باید {m} مورد باشد.',
  'The list holds {n}; {m} are announced.': 'فهرست {n} مورد دارد؛ {m} اعلام شده است.',
  'The part, {a}, is more than the whole, {b}.': 'جزء، {a}، از کل، {b}، بیشتر است.',
  '{a} of {b} are {share} percent; {printed} are printed.':
    '{a} از {b} برابر {share} درصد است؛ {printed} چاپ شده است.',
  '{a} of {b}: the part does not exceed the whole.': '{a} از {b}: جزء از کل بیشتر نیست.',
  'The figures move the other way than the sentence says.': 'ارقام خلاف جهتی می‌روند که جمله می‌گوید.',
  'From the first figure to the second is a change of {a} percent; {b} are printed.':
    'از رقم نخست تا دوم {a} درصد تغییر است؛ {b} چاپ شده است.',
  "The publisher says this in its own voice; elsewhere it is only {who}'s word.":
    'ناشر این را به صدای خود می‌گوید؛ جای دیگر تنها حرف {who} است.',
  '{one} and {other} give different figures: {a} and {b}.':
    '{one} و {other} ارقامی متفاوت می‌دهند: {a} و {b}.',
  'That did not work yet': 'هنوز نشد',
  'Not here': 'اینجا نیست',
  'Somebody was faster': 'کسی زودتر بود',
  'Not with this account': 'نه با این حساب',
  'Too large': 'بیش از اندازه بزرگ',
  'Too many tries': 'کوشش‌های بیش از اندازه',
  'That is not JSON': 'این JSON نیست',
  'The disk is full': 'دیسک پر است',
  'That request makes no sense': 'این درخواست معنایی ندارد',
  'Our mistake': 'خطای ماست',
  'Go back and try again.': 'بازگردید و دوباره بیازمایید.',
  'That is more than one form may hold. Upload it as a file, or split it.':
    'این بیش از گنجایش یک فرم است. به صورت پرونده بفرستید یا بخش کنید.',
  'Nothing of this was kept, and nothing kept before was lost. Free some space and send it again.':
    'چیزی از این نگه داشته نشد و چیزی از پیش از دست نرفت. جایی باز کنید و دوباره بفرستید.',
  'Something broke on our side. What was saved before is safe. Quote the reference when you ask for help.':
    'چیزی نزد ما خراب شد. آنچه ذخیره شده بود سالم است. هنگام کمک‌خواستن شناسه را بگویید.',
  'There is no such page. Start again from the desk.': 'چنین صفحه‌ای نیست. از میز دوباره آغاز کنید.',
  'There is no such article. It may be a mistyped address.':
    'چنین مقاله‌ای نیست. شاید نشانی اشتباه نوشته شده باشد.',
  'There is no such statement. It may be a mistyped address.':
    'چنین گفته‌ای نیست. شاید نشانی اشتباه نوشته شده باشد.',
  'There is no such speaker. It may be a mistyped address.':
    'چنین گوینده‌ای نیست. شاید نشانی اشتباه نوشته شده باشد.',
  'There is no such report. It may be a mistyped address.':
    'چنین گزارشی نیست. شاید نشانی اشتباه نوشته شده باشد.',
  'There is no such webhook. It may be a mistyped address.':
    'چنین وب‌هوکی نیست. شاید نشانی اشتباه نوشته شده باشد.',
  'There is no such file.': 'چنین پرونده‌ای نیست.',
  'There is no such statement in that article.': 'چنین گفته‌ای در آن مقاله نیست.',
  'This is not published, or no longer.': 'این منتشر نشده، یا دیگر منتشر نیست.',
  'This statement is not published.': 'این گفته منتشر نشده است.',
  'Your account may not open this page. Ask a lead of the desk.':
    'حساب شما نمی‌تواند این صفحه را باز کند. از سرپرست میز بخواهید.',
  'Your account may not do this. Ask a lead of the desk.':
    'حساب شما نمی‌تواند این کار را بکند. از سرپرست میز بخواهید.',
  'Your session has ended. Sign in again: what you typed is kept.':
    'نشست شما پایان یافت. دوباره وارد شوید: آنچه نوشتید نگه داشته شده است.',
  'Your session has ended. Sign in again; what you typed is kept.':
    'نشست شما پایان یافت. دوباره وارد شوید؛ آنچه نوشتید نگه داشته شده است.',
  'This form was sent from another site, so nothing was changed. Open the page here and send it again.':
    'این فرم از سایتی دیگر فرستاده شد، پس چیزی تغییر نکرد. صفحه را اینجا باز کنید و دوباره بفرستید.',
  'Somebody changed this after you opened it. Your text is still in the form below.':
    'پس از آنکه بازش کردید کسی آن را تغییر داد. نوشتهٔ شما هنوز در فرم زیر است.',
  'This form asks for something the desk cannot do. Reload the page.':
    'این فرم کاری می‌خواهد که میز نمی‌تواند. صفحه را دوباره بار کنید.',
  'This form is incomplete. Reload the page.': 'این فرم ناقص است. صفحه را دوباره بار کنید.',
  'This form is incomplete. Begin again.': 'این فرم ناقص است. از نو آغاز کنید.',
  'That form could not be read. Go back and try again.': 'این فرم خوانده نشد. بازگردید و دوباره بیازمایید.',
  'That form broke off on its way. Send it again.': 'فرم در راه قطع شد. دوباره بفرستید.',
  'The upload broke off. Send it again.': 'بارگذاری قطع شد. دوباره بفرستید.',
  'That page link is broken. Go back to the first page.': 'این پیوند صفحه خراب است. به صفحهٔ نخست بازگردید.',
  'This article is being changed just now. Try again in a moment.':
    'این مقاله همین اکنون در حال تغییر است. لحظه‌ای دیگر بیازمایید.',
  'That is longer than {n} characters.': 'این از {n} نویسه بلندتر است.',
  'Choose a rating first.': 'نخست ارزیابی‌ای برگزینید.',
  'Say what should be looked at again.': 'بگویید چه چیزی باید دوباره دیده شود.',
  'Say why the sign-off is withdrawn.': 'بگویید چرا امضا پس گرفته می‌شود.',
  'Say why this is no statement.': 'بگویید چرا این گفته نیست.',
  'Say why you doubt that this source said it.': 'بگویید چرا تردید دارید که این منبع آن را گفته باشد.',
  'Paste the words that were said, exactly as printed.': 'واژه‌های گفته را، درست چنان‌که چاپ شده، بچسبانید.',
  'Say how the words are given.': 'بگویید واژه‌ها چگونه آمده‌اند.',
  'Say who said it.': 'بگویید چه کسی گفت.',
  'Say who said it first.': 'نخست بگویید چه کسی گفت.',
  'Say who said it: the name is empty.': 'بگویید چه کسی گفت: نام خالی است.',
  'Choose what kind of speaker this is.': 'نوع گوینده را برگزینید.',
  'Give the day as YYYY-MM-DD, or leave it empty.': 'روز را به شکل YYYY-MM-DD بنویسید، یا خالی بگذارید.',
  'Give the day as YYYY-MM-DD.': 'روز را به شکل YYYY-MM-DD بنویسید.',
  'Give the time as HH:MM.': 'ساعت را به شکل HH:MM بنویسید.',
  'These words do not stand in this article. Copy them exactly as printed.':
    'این واژه‌ها در مقاله نیست. درست چنان‌که چاپ شده رونویسی کنید.',
  'These words stand here more than once. Which ones do you mean?':
    'این واژه‌ها بیش از یک بار آمده‌اند. کدام را می‌گویید؟',
  '“{words}” does not stand in this article. Copy the words exactly as printed.':
    '«{words}» در این مقاله نیست. واژه‌ها را درست چنان‌که چاپ شده رونویسی کنید.',
  '“{words}” stands here {n} times. Copy more of the words around it.':
    '«{words}» اینجا {n} بار آمده است. واژه‌های بیشتری از پیرامونش رونویسی کنید.',
  'Select the words that were said.': 'واژه‌های گفته را برگزینید.',
  'That selection is not in this article. Select the words again.':
    'این گزینش در مقاله نیست. واژه‌ها را دوباره برگزینید.',
  'A second person signs off. You gave this rating, so somebody else must look at it.':
    'نفر دومی امضا می‌کند. این ارزیابی از شماست، پس کس دیگری باید آن را ببیند.',
  'There is no rating to send back.': 'ارزیابی‌ای برای بازگرداندن نیست.',
  'There is no rating to sign off.': 'ارزیابی‌ای برای امضا نیست.',
  'There is no rating to take back.': 'ارزیابی‌ای برای پس‌گرفتن نیست.',
  'There is no sign-off to withdraw.': 'امضایی برای پس‌گرفتن نیست.',
  'This changed after you looked at it. Read it again before you sign it off.':
    'این پس از دیدن شما تغییر کرد. پیش از امضا دوباره بخوانید.',
  'This rating is signed off already.': 'این ارزیابی پیشتر امضا شده است.',
  'This was not struck out.': 'این خط نخورده بود.',
  'This was struck out already.': 'این پیشتر خط خورده است.',
  'Who said it is confirmed already.': 'گوینده پیشتر تأیید شده است.',
  'Who said it is open already.': 'پرسشِ گوینده باز است.',
  'Everything in the publisher’s own voice is confirmed already.':
    'همهٔ آنچه به صدای خود ناشر است پیشتر تأیید شده است.',
  'A link begins with http:// or https://.': 'پیوند با http:// یا https:// آغاز می‌شود.',
  'A link begins with http:// or https:// and holds no spaces.':
    'پیوند با http:// یا https:// آغاز می‌شود و فاصله ندارد.',
  'Choose another item: this one is the same story as itself.': 'مورد دیگری برگزینید: این همان خبر خودش است.',
  'That item of evidence is not here, or was withdrawn. Reload the page.':
    'این شاهد اینجا نیست یا پس گرفته شده. صفحه را دوباره بار کنید.',
  'The other item of evidence is not here, or was withdrawn. Reload the page.':
    'شاهد دیگر اینجا نیست یا پس گرفته شده. صفحه را دوباره بار کنید.',
  'Give the evidence a title.': 'به شاهد عنوانی بدهید.',
  'Say what it does: supports, contradicts or context.': 'بگویید چه می‌کند: موافق، مخالف یا زمینه.',
  'Say whose knowledge this finally rests on.': 'بگویید سرانجام بر دانش کیست.',
  'Say why this is withdrawn.': 'بگویید چرا پس گرفته می‌شود.',
  'Pick an entry or type a name, not both: leave one of the two empty.':
    'مدخلی برگزینید یا نامی بنویسید، نه هر دو: یکی را خالی بگذارید.',
  'Choose the other item of the same story.': 'مورد دیگر همان خبر را برگزینید.',
  'Only its author can reword a note. Reply to it instead.':
    'تنها نویسنده می‌تواند یادداشت را بازنویسی کند. به جایش پاسخ دهید.',
  'Only its author can withdraw a note.': 'تنها نویسنده می‌تواند یادداشت را پس بگیرد.',
  'That note is not here, or was withdrawn. Reload the page.':
    'این یادداشت اینجا نیست یا پس گرفته شده. صفحه را دوباره بار کنید.',
  'The note is empty. Write something, or leave it.': 'یادداشت خالی است. چیزی بنویسید یا رها کنید.',
  'Nothing here is signed off yet, so there is nothing to publish.':
    'هنوز چیزی امضا نشده، پس چیزی برای انتشار نیست.',
  'This article is not published.': 'این مقاله منتشر نشده است.',
  'This article is not published, so readers have seen nothing to correct.':
    'این مقاله منتشر نشده، پس خوانندگان چیزی برای تصحیح ندیده‌اند.',
  'There is a newer version of this article already.': 'نسخهٔ تازه‌تری از این مقاله هست.',
  'There is a newer version of this article already. Import this one after that.':
    'نسخهٔ تازه‌تری از این مقاله هست. این را پس از آن وارد کنید.',
  'This is the same text, word for word. There is nothing new to keep.':
    'همان متن است، واژه به واژه. چیز تازه‌ای برای نگه‌داشتن نیست.',
  'Say in a sentence what was wrong.': 'در یک جمله بگویید چه نادرست بود.',
  'Say why readers lose this.': 'بگویید چرا خوانندگان این را از دست می‌دهند.',
  'Say why this is corrected.': 'بگویید چرا تصحیح می‌شود.',
  'There is no text here. Paste the article, or choose its file.':
    'متنی نیست. مقاله را بچسبانید یا پرونده‌اش را برگزینید.',
  'Give the article a title.': 'به مقاله عنوانی بدهید.',
  'Give the language as a code such as “en” or “fa”.': 'زبان را به صورت رمزی مانند «en» یا «fa» بنویسید.',
  'This desk fetches no pages. Save the page in your browser and choose the file, or paste its text.':
    'این میز صفحه‌ای نمی‌گیرد. صفحه را در مرورگر ذخیره کنید و پرونده را برگزینید، یا متنش را بچسبانید.',
  'That account cannot take this: it is disabled or only reads. Choose somebody else.':
    'این حساب نمی‌تواند آن را بگیرد: غیرفعال است یا تنها می‌خواند. کس دیگری برگزینید.',
  'That cannot be undone in one step. Change it by hand.':
    'این را نمی‌توان در یک گام برگرداند. با دست تغییر دهید.',
  'There is nothing of yours to undo here.': 'اینجا کاری از شما برای برگرداندن نیست.',
  'Search for fewer words.': 'با واژه‌های کمتری بجویید.',
  'Give the desk a name.': 'به میز نامی بدهید.',
  'Give the password.': 'گذرواژه را بنویسید.',
  'Give your sign-in name.': 'نام ورود خود را بنویسید.',
  'Give a sign-in name.': 'نام ورودی بنویسید.',
  'Give the person a name.': 'نام او را بنویسید.',
  'Give a name.': 'نامی بنویسید.',
  'Give the other name.': 'نام دیگر را بنویسید.',
  'Say why, in a few words.': 'در چند واژه بگویید چرا.',
  'Choose a role.': 'نقشی برگزینید.',
  'Choose a format.': 'قالبی برگزینید.',
  'Choose the other entry.': 'مدخل دیگر را برگزینید.',
  'Give the role, the body, or both.': 'سمت، نهاد یا هر دو را بنویسید.',
  'Give the whole address, beginning with https://.': 'نشانی کامل را بنویسید که با https:// آغاز می‌شود.',
  'Write a day as 2026-03-02, a month as 2026-03, a year as 2026.':
    'روز را 2026-03-02، ماه را 2026-03 و سال را 2026 بنویسید.',
  'The end lies before the beginning.': 'پایان پیش از آغاز است.',
  'This speaker is in the registry already.': 'این گوینده در فهرست هست.',
  'Type the code.': 'رمز را بنویسید.',
  'Type the code you were given.': 'رمزی را که به شما داده شده بنویسید.',
  'Type the code from your app.': 'رمز برنامهٔ خود را بنویسید.',
  'Sign in with your password first.': 'نخست با گذرواژه وارد شوید.',
  'Sign in first.': 'نخست وارد شوید.',
  'That is not your password.': 'این گذرواژهٔ شما نیست.',
  'That name and password do not fit together. Try again, or ask an admin for a new code.':
    'این نام و گذرواژه با هم نمی‌خوانند. دوباره بیازمایید یا از مدیر رمزی تازه بخواهید.',
  'That code does not fit, or was used already. Wait for the next one.':
    'این رمز نمی‌خواند یا پیشتر به کار رفته. منتظر رمز بعدی بمانید.',
  'That code does not work: it was used, or is too old. Ask for a new one.':
    'این رمز کار نمی‌کند: به کار رفته یا کهنه است. رمزی تازه بخواهید.',
  'That code was used a moment ago.': 'این رمز لحظه‌ای پیش به کار رفت.',
  'This account is disabled. Ask an admin of the desk.': 'این حساب غیرفعال است. از مدیر میز بخواهید.',
  'This account has no second factor. Sign in again.': 'این حساب عامل دوم ندارد. دوباره وارد شوید.',
  'A second factor is set up already. Remove it first.': 'عامل دوم پیشتر برپا شده است. نخست آن را بردارید.',
  'Begin setting up the second factor again.': 'برپاکردن عامل دوم را از نو آغاز کنید.',
  'That password is on the lists attackers try first. Choose another.':
    'این گذرواژه در فهرست‌هایی است که مهاجمان نخست می‌آزمایند. دیگری برگزینید.',
  'That is too close to your sign-in name. Choose another.':
    'این به نام ورود شما بسیار نزدیک است. دیگری برگزینید.',
  'Choose at least {n} characters. Fifteen or more, such as four words, is better.':
    'دست‌کم {n} نویسه برگزینید. پانزده یا بیشتر، مانند چهار واژه، بهتر است.',
  'Choose at most {n} characters.': 'دست‌بالا {n} نویسه برگزینید.',
  'A sign-in name has small letters, digits and . _ - @ + only.':
    'نام ورود تنها حروف کوچک، رقم و . _ - @ + دارد.',
  'Somebody signs in as “{login}” already. Choose another name.':
    'کسی با «{login}» وارد می‌شود. نام دیگری برگزینید.',
  'Somebody else has to do that to your own account, so that a desk never locks itself out.':
    'این کار را با حساب خودتان باید کس دیگری بکند، تا میز هرگز خود را بیرون نگذارد.',
  'There is no such editor.': 'چنین ویراستاری نیست.',
  'Too many wrong tries. Wait {n} seconds, then try again.':
    'کوشش‌های نادرست بیش از اندازه. {n} ثانیه صبر کنید و دوباره بیازمایید.',
  'Too many wrong tries. Wait {n} second, then try again.':
    'کوشش‌های نادرست بیش از اندازه. {n} ثانیه صبر کنید و دوباره بیازمایید.',
  'This desk asks everybody for a second factor. Set yours up on your account page.':
    'این میز از همه عامل دوم می‌خواهد. آن را در صفحهٔ حساب خود برپا کنید.',
  'Give the token a name, so that you know it again.': 'به توکن نامی بدهید تا بازش شناسید.',
  'Say what the token is for.': 'بگویید توکن برای چیست.',
  'You have {n} tokens. Revoke those you no longer use.':
    'شما {n} توکن دارید. آن‌هایی را که به کار نمی‌برید باطل کنید.',
  'Web page (HTML)': 'صفحهٔ وب (HTML)',
  'Table (CSV)': 'جدول (CSV)',
  'Provenance (PROV-JSON)': 'خاستگاه (PROV-JSON)',
  'Provenance (PROV-O, Turtle)': 'خاستگاه (PROV-O, Turtle)',
  'Saved.': 'ذخیره شد.',
  'These two are counted as one story already.': 'این دو همین حالا یک خبر شمرده می‌شوند.',
  'This item is counted for itself already.': 'این شاهد همین حالا جدا شمرده می‌شود.',
  'That is more than {points} {what} in {span}. Wait {wait} seconds, then try again.':
    'این بیش از {points} درخواست ({what}) در {span} است. {wait} ثانیه صبر کنید و دوباره بفرستید.',
  'This key named another request of yours. Reload the page and send it again.':
    'این کلید نام درخواست دیگری از شما بود. صفحه را دوباره باز کنید و از نو بفرستید.',
};
