//! Characters that look like others and are none of them: ⼈ (U+2F08) for 人, 老 (U+F934) for 老, ＡＢ for AB.
//!
//! Owns: which ordinary character each stands for, and which characters nobody sees. Copied from a PDF or typed with another
//! keyboard they look right and are found by nothing. May use: `std`. Deliberately absent: variants that are characters of
//! their own (衞 and 卫, 說 and 说), which belong to the lexicon; what a checker says of them (`wire`).
//! The tables are those of Unicode 14 (decompositions, and equivalent unified ideographs for the radicals supplement).

/// A text with ordinary characters for look-alikes, one kind of space, half-width letters, and nothing that cannot be seen.
pub fn fold(text: &str) -> String {
    text.chars().filter(|c| !is_unseen(*c)).map(|c| ideograph(c).unwrap_or(narrow(c))).collect()
}

/// The ordinary Chinese character that a radical or a compatibility ideograph stands for; `None` for every other character.
pub fn ideograph(c: char) -> Option<char> {
    match c {
        '\u{2e80}'..='\u{2ef3}' => nth(SUPPLEMENT, c, 0x2e80),
        '\u{2f00}'..='\u{2fd5}' => nth(KANGXI, c, 0x2f00),
        '\u{f900}'..='\u{fad9}' => nth(COMPATIBLE, c, 0xf900),
        _ => None,
    }
}

/// The same for the supplement of compatibility ideographs (U+2F800 on), which hardly any keyboard or file has: only a checker
/// wants it.
pub fn rare_ideograph(c: char) -> Option<char> {
    if matches!(c, '\u{2f800}'..='\u{2fa1d}') { nth(COMPATIBLE_RARE, c, 0x2f800) } else { None }
}

/// The ordinary form of a full-width letter, digit or mark, of a half-width mark, and of a space; any other character is itself.
pub fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{ff61}' => '。',
        '\u{ff62}' => '「',
        '\u{ff63}' => '」',
        '\u{ff64}' => '、',
        '\u{ffe5}' => '¥',
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        _ => c,
    }
}

/// Whether a character takes no room and says nothing: soft hyphens, zero-width spaces and joiners, direction marks, variation
/// selectors, tags. Control characters are none of them.
pub fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}

/// What a table has for a character of the block that starts at `first`; `-` is nothing.
fn nth(table: &str, c: char, first: u32) -> Option<char> {
    table.chars().nth((c as u32 - first) as usize).filter(|c| *c != '-')
}

/// U+2E80 to U+2EF3, the radicals supplement.
const SUPPLEMENT: &str = "\
    -厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵-旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿\
    肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟\
    ";

/// U+2F00 to U+2FD5, the Kangxi radicals.
const KANGXI: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳\
    心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸\
    缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音\
    頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠\
    ";

/// U+F900 to U+FAD9, compatibility ideographs.
const COMPATIBLE: &str = "\
    豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌\
    祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮\
    兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈\
    領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘\
    藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀--塚-晴--凞猪益礼神祥福靖精羽-蘒-諸--逸都---飯飼\
    館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸\
    難響頻恵𤋮舘--並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画\
    瘝瘟益盛直睊着磌窱節类絛練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈輸遲醙鉶陼難靖韛響頋頻鬒龜𢡊𢡄𣏕㮝䀘䀹𥉉𥳐𧻓齃龎\
    ";

/// U+2F800 to U+2FA1D, the supplement of compatibility ideographs.
const COMPATIBLE_RARE: &str = "\
    丽丸乁𠄢你侮侻倂偺備僧像㒞𠘺免兔兤具𠔜㒹內再𠕋冗冤仌冬况𩇟凵刃㓟刻剆割剷㔕勇勉勤勺包匆北卉卑博即卽卿卿卿𠨬灰及叟𠭣叫叱吆\
    咞吸呈周咢哶唐啓啣善善喙喫喳嗂圖嘆圗噑噴切壮城埴堍型堲報墬𡓤売壷夆多夢奢𡚨𡛪姬娛娧姘婦㛮㛼嬈嬾嬾𡧈寃寘寧寳𡬘寿将当尢㞁屠\
    屮峀岍𡷤嵃𡷦嵮嵫嵼巡巢㠯巽帨帽幩㡢𢆃㡼庰庳庶廊𪎒廾𢌱𢌱舁弢弢㣇𣊸𦇚形彫㣣徚忍志忹悁㤺㤜悔𢛔惇慈慌慎慌慺憎憲憤憯懞懲懶成戛\
    扝抱拔捐𢬌挽拼捨掃揤𢯱搢揅掩㨮摩摾撝摷㩬敏敬𣀊旣書晉㬙暑㬈㫤冒冕最暜肭䏙朗望朡杞杓𣏃㭉柺枅桒梅𣑭梎栟椔㮝楂榣槪檨𣚣櫛㰘次\
    𣢧歔㱎歲殟殺殻𣪍𡴋𣫺汎𣲼沿泍汧洖派海流浩浸涅𣴞洴港湮㴳滋滇𣻑淹潮𣽞𣾎濆瀹瀞瀛㶖灊災灷炭𠔥煅𤉣熜𤎫爨爵牐𤘈犀犕𤜵𤠔獺王㺬玥\
    㺸㺸瑇瑜瑱璅瓊㼛甤𤰶甾𤲒異𢆟瘐𤾡𤾸𥁄㿼䀈直𥃳𥃲𥄙𥄳眞真真睊䀹瞋䁆䂖𥐝硎碌磌䃣𥘦祖𥚚𥛅福秫䄯穀穊穏𥥼𥪧𥪧竮䈂𥮫篆築䈧𥲀糒䊠\
    糨糣紀𥾆絣䌁緇縂繅䌴𦈨𦉇䍙𦋙罺𦌾羕翺者𦓚𦔣聠𦖨聰𣍟䏕育脃䐋脾媵𦞧𦞵𣎓𣎜舁舄辞䑫芑芋芝劳花芳芽苦𦬼若茝荣莭茣莽菧著荓菊菌菜\
    𦰶𦵫𦳕䔫蓱蓳蔖𧏊蕤𦼬䕝䕡𦾱𧃒䕫虐虜虧虩蚩蚈蜎蛢蝹蜨蝫螆䗗蟡蠁䗹衠衣𧙧裗裞䘵裺㒻𧢮𧥦䚾䛇誠諭變豕𧲨貫賁贛起𧼯𠠄跋趼跰𠣞軔輸\
    𨗒𨗭邔郱鄑𨜮鄛鈸鋗鋘鉼鏹鐕𨯺開䦕閷𨵷䧦雃嶲霣𩅅𩈚䩮䩶韠𩐊䪲𩒖頋頋頩𩖶飢䬳餩馧駂駾䯎𩬰鬒鱀鳽䳎䳭鵧𪃎䳸𪄅𪈎𪊑麻䵖黹黾鼅鼏鼖\
    鼻𪘀\
    ";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_alikes_become_what_they_look_like() {
        for (typed, meant) in [
            ("⼈⼝", "人口"),
            ("⾦科园", "金科园"),
            ("居⺠", "居民"),
            ("\u{f934}年", "老年"),
            ("⻓沙", "长沙"),
            ("Ａ１（，）　b\u{a0}c", "A1(,) b c"),
            ("竹\u{200b}隐\u{fe00}\u{202e}", "竹隐"),
            ("社区，２０ ㎡、½", "社区,20 ㎡、½"),
        ] {
            assert_eq!(fold(typed), meant);
        }
        // A variant of its own is the lexicon's affair.
        assert_eq!(fold("衞生"), "衞生");
    }

    #[test]
    fn the_tables_are_as_long_as_their_blocks() {
        for (table, first, last) in [
            (SUPPLEMENT, 0x2e80, 0x2ef3),
            (KANGXI, 0x2f00, 0x2fd5),
            (COMPATIBLE, 0xf900, 0xfad9),
            (COMPATIBLE_RARE, 0x2f800, 0x2fa1d),
        ] {
            assert_eq!(table.chars().count(), last - first + 1, "{first:x}");
        }
        // Ends and middles of the tables, as Unicode has them.
        for (odd, ordinary) in [
            ('\u{2e81}', '厂'),
            ('\u{2ef3}', '龟'),
            ('\u{2f00}', '一'),
            ('\u{2f3c}', '心'),
            ('\u{2fd5}', '龠'),
            ('\u{f900}', '豈'),
            ('\u{f9ff}', '刺'),
            ('\u{fa12}', '晴'),
            ('\u{fad9}', '龎'),
        ] {
            assert_eq!(ideograph(odd), Some(ordinary), "{odd}");
        }
        assert_eq!(rare_ideograph('\u{2f800}'), Some('丽'));
        assert_eq!(rare_ideograph('\u{2fa1d}'), Some('𪘀'));
        for none in [
            '\u{2e7f}',
            '\u{2e80}',
            '\u{2e9a}',
            '\u{2ef4}',
            '\u{2eff}',
            '\u{2fd6}',
            '\u{fa0e}',
            '\u{fada}',
            '人',
            '\u{2f7ff}',
            '\u{2fa1e}',
        ] {
            assert_eq!(ideograph(none).or(rare_ideograph(none)), None, "{none:?}");
        }
    }

    #[test]
    fn what_is_meant_is_ordinary_itself() {
        for c in (0x2e80..=0x2fd5).chain(0xf900..=0xfad9).chain(0x2f800..=0x2fa1d).filter_map(char::from_u32) {
            if let Some(meant) = ideograph(c).or(rare_ideograph(c)) {
                assert!(meant != c && ideograph(meant).is_none() && rare_ideograph(meant).is_none(), "{c} {meant}");
            }
        }
    }

    #[test]
    fn what_is_seen_stays() {
        for seen in [
            '\u{ac}', '\u{ae}', '\u{200a}', '\u{2010}', '\u{2029}', '\u{202f}', '\u{205f}', '\u{2070}', '\u{fe10}',
            '\u{fdff}', 'a', '人',
        ] {
            assert!(!is_unseen(seen), "{seen:?}");
        }
        for unseen in [
            '\u{ad}',
            '\u{200b}',
            '\u{200f}',
            '\u{202a}',
            '\u{202e}',
            '\u{2060}',
            '\u{2069}',
            '\u{fe0f}',
            '\u{feff}',
            '\u{e0100}',
        ] {
            assert!(is_unseen(unseen), "{unseen:?}");
        }
        assert_eq!(
            ['\u{ff00}', '\u{ff01}', '\u{ff5e}', '\u{ff5f}', '㎡', '\u{1fff}'].map(narrow),
            ['\u{ff00}', '!', '~', '\u{ff5f}', '㎡', '\u{1fff}']
        );
    }
}
